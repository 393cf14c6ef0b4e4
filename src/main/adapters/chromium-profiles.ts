import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** What the name of a browser's profile begins with; after it come the host's process id, `-` and random letters. */
export const PROFILE_PREFIX = 'depot-pdf-';

const PROFILE = new RegExp(`^${PROFILE_PREFIX}(\\d+)-`);

/**
 * Removes the browser profiles that killed hosts left in a folder: those whose process lives no more. Never throws;
 * what another user owns stays.
 */
export async function removeDeadProfiles(folder: string, lives: (pid: number) => boolean = isRunning): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const dead = names.filter((name) => {
    const pid = PROFILE.exec(name)?.[1];
    return pid !== undefined && !lives(Number(pid));
  });
  await Promise.all(dead.map((name) => removeProfile(path.join(folder, name))));
}

/** Removes one profile. Windows holds its files for a moment after the browser has ended. Never throws. */
export async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 10 }).catch(() => undefined);
}

/** Signal 0 only asks. A process that may not be asked is there all the same. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
