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

/**
 * Starts the built host on a data folder, as `npm run serve` does. Without a browser to draw with: documents wait in
 * the outbox, so that a test that starts a hundred hosts does not start a hundred browsers.
 *
 * @param uid another user to run it as; only root may say.
 * @throws Error with what the host said when it does not start.
 */
export async function spawnHost(dataDir: string, uid?: number): Promise<SpawnedHost> {
  const started = performance.now();
  const child = spawn(process.execPath, [PROGRAM, '--data-dir', dataDir, '--port', '0'], {
    ...(uid === undefined ? {} : { uid, gid: uid }),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEPOT_CHROMIUM: path.join(dataDir, 'no-browser') },
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
