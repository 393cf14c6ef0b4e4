import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const PROGRAM = path.resolve(import.meta.dirname, '../../out/main/serve.js');

export interface SpawnedHost {
  url: string;
  child: ChildProcess;
  /** From its start to its ready line. */
  milliseconds: number;
  /** Resolves when the process is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

export interface SpawnOptions {
  /** Another user to run it as; only root may say. */
  uid?: number | undefined;
  /** With a browser to draw with. Otherwise documents wait in the outbox, and a hundred hosts start no hundred browsers. */
  draws?: boolean;
}

/**
 * Starts the built host on a data folder, as `npm run serve` does.
 *
 * @throws Error with what the host said when it does not start.
 */
export async function spawnHost(dataDir: string, { uid, draws = false }: SpawnOptions = {}): Promise<SpawnedHost> {
  const started = performance.now();
  const child = spawn(process.execPath, [PROGRAM, '--data-dir', dataDir, '--port', '0'], {
    ...(uid === undefined ? {} : { uid, gid: uid }),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(draws ? {} : { DEPOT_CHROMIUM: path.join(dataDir, 'no-browser') }) },
  });
  const gone = once(child, 'close');
  const complaint = text(child.stderr);
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>,
    gone.then(async () => Promise.reject(new Error(`The host did not start: ${await complaint}`))),
  ]);
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    child,
    milliseconds: performance.now() - started,
    async end(signal) {
      child.kill(signal);
      await gone;
    },
  };
}
