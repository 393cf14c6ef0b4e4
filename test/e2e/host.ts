import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Host {
  url: string;
  stop(): Promise<void>;
}

/** `npm run serve` on a new, empty data folder; builds the console first when its sources changed. */
export async function startHost(): Promise<Host> {
  const folder = mkdtempSync(path.join(tmpdir(), 'depot-e2e-'));
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'scripts/run.mjs'), 'serve', '--data-dir', folder, '--port', '0'],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const closed = once(child, 'close');
  const ready = new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  const line = await Promise.race([ready, closed.then(() => '{}')]);
  const { url } = JSON.parse(line) as { url?: string };
  if (url === undefined) throw new Error('The host did not start; its reason is above.');
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
      rmSync(folder, { recursive: true });
    },
  };
}
