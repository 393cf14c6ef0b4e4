import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Host {
  url: string;
  /** Its data folder. */
  folder: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same folder and port. */
  startAgain(): Promise<void>;
  /** Ends it and removes the folder. */
  stop(): Promise<void>;
}

/** The built host on a new, empty data folder; builds the console first when its sources changed. */
export async function startHost(): Promise<Host> {
  await build();
  const folder = mkdtempSync(path.join(tmpdir(), 'depot-e2e-'));
  let running = await serve(folder, 0);
  const { url } = running;
  const end = async (signal: NodeJS.Signals) => {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return;
    const closed = once(running.child, 'close');
    running.child.kill(signal);
    await closed;
  };
  return {
    url,
    folder,
    kill: () => end('SIGKILL'),
    startAgain: async () => {
      running = await serve(folder, Number(new URL(url).port));
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true });
    },
  };
}

/** Asking for its help is the quickest way to have it built. */
async function build(): Promise<void> {
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts/run.mjs'), 'serve', '--help'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error('The console could not be built; the reason is above.');
}

async function serve(folder: string, port: number): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'out/main/serve.js'), '--data-dir', folder, '--port', String(port)],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const closed = once(child, 'close');
  const ready = new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  const line = await Promise.race([ready, closed.then(() => '{}')]);
  const { url } = JSON.parse(line) as { url?: string };
  if (url === undefined) throw new Error('The host did not start; its reason is above.');
  return { child, url };
}
