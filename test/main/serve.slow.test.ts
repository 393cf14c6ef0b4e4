import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const PROGRAM = path.resolve(import.meta.dirname, '../../out/main/serve.js');

let folder = '';
const running = new Set<ChildProcess>();

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'depot serve-'));
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  rmSync(folder, { recursive: true });
});

function start(...args: string[]) {
  const child = spawn(process.execPath, [PROGRAM, '--data-dir', folder, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ended = Promise.all([closed, text(child.stderr)]).then(([code, stderr]) => ({ code, stderr }));
  return { child, ended };
}

async function startReady() {
  const { child, ended } = start();
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  await Promise.race([once(reader, 'line'), ended]);
  const { url } = JSON.parse(lines[0] ?? '{}') as { url: string };
  return { child, ended, lines, url };
}

/** What it leaves when started in vain. */
async function startInVain(...args: string[]) {
  const { code, stderr } = await start(...args).ended;
  return { code, lines: stderr.trimEnd().split('\n') };
}

/** One sentence, no stack. */
const refusal = (sentence: string): unknown => ({ code: 1, lines: [expect.stringContaining(sentence)] });

describe('npm run serve', () => {
  it('says where it serves in one line, stops on SIGTERM, and starts again on the same books', async () => {
    for (let round = 1; round <= 2; round += 1) {
      const { child, ended, lines, url } = await startReady();
      expect(lines).toEqual([JSON.stringify({ ready: true, url })]);
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const health: unknown = await (await fetch(`${url}/api/health`)).json();
      expect(health).toMatchObject({ database: 'ok' });
      expect((await fetch(`${url}/`)).headers.get('content-type')).toMatch(/^text\/html/);
      child.kill('SIGTERM');
      expect(await ended).toEqual({ code: 0, stderr: '' });
      expect(lines).toHaveLength(1);
      expect(readdirSync(folder)).not.toContain('depot.db-wal');
    }
  });

  it('refuses a data folder somebody else has open, and a port somebody else has', async () => {
    const first = await startReady();
    expect(await startInVain()).toEqual(refusal(`Another program is using ${folder}`));
    const other = path.join(folder, 'other');
    expect(await startInVain('--data-dir', other, '--port', new URL(first.url).port)).toEqual(
      refusal('is in use by another program'),
    );
  });

  it('refuses the books of a newer program, and leaves them alone', async () => {
    const first = await startReady();
    first.child.kill('SIGTERM');
    await first.ended;
    const file = path.join(folder, 'depot.db');
    const books = new Database(file);
    books.pragma('user_version = 999');
    books.close();
    const before = readFileSync(file);
    expect(await startInVain()).toEqual(refusal('was written by a newer Depot Console'));
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses damaged books, and leaves them alone', async () => {
    const file = path.join(folder, 'depot.db');
    writeFileSync(file, 'not a database'.repeat(1000));
    expect(await startInVain()).toEqual(refusal('is damaged or is not a database'));
    expect(readFileSync(file, 'utf8')).toBe('not a database'.repeat(1000));
  });

  it('refuses to serve other computers', async () => {
    expect(await startInVain('--host', '0.0.0.0')).toEqual(refusal('waits for TLS and pairing'));
  });
});
