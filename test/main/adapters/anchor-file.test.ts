import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openAnchorFile } from '../../../src/main/adapters/anchor-file.ts';
import type { AnchorLine } from '../../../src/main/services/ports.ts';

function newFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'depot-anchor-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'anchor.jsonl');
}

function open(file = newFile()) {
  const anchor = openAnchorFile(file);
  onTestFinished(() => {
    anchor.close();
  });
  return { file, anchor };
}

const line = (seq: number, documents: AnchorLine['documents'] = []): AnchorLine => ({
  seq,
  auditSeq: seq * 2,
  head: String(seq).padStart(64, '0'),
  documents,
});

const sale = (seq: number, customer = 'Kopitiam'): AnchorLine =>
  line(seq, [{ number: `INV-KB1-2026-${seq}`, customer, total: '181.40' }]);

function fill(file: string, count: number): AnchorLine[] {
  const lines = Array.from({ length: count }, (_, index) => sale(index + 1));
  writeFileSync(file, lines.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  return lines;
}

describe('the anchor file', () => {
  test('that is new knows nothing', () => {
    const { anchor } = open();
    expect(anchor.last()).toBeNull();
    expect([...anchor.lines()]).toEqual([]);
  });

  test('gives back what was appended, now and when it is opened again', () => {
    const { file, anchor } = open();
    const lines = [line(1), sale(2, 'Tan & Sons’ <Seafood> "Grill"\n海鲜'), sale(3)];
    for (const entry of lines) anchor.append(entry);
    for (const known of [anchor, open(file).anchor]) {
      expect([...known.lines()]).toEqual(lines);
      expect(known.last()).toEqual(lines[2]);
    }
  });

  test('is for the eyes of those who run the console', () => {
    expect(statSync(open().file).mode & 0o777).toBe(0o600);
  });

  test('is read line by line over the edges of what is read at once', () => {
    const file = newFile();
    const lines = fill(file, 1_500);
    expect(statSync(file).size).toBeGreaterThan(3 * 64 * 1024);
    const { anchor } = open(file);
    expect([...anchor.lines()]).toEqual(lines);
    expect(anchor.last()).toEqual(lines.at(-1));
  });

  test('takes a line longer than what is read at once', () => {
    const { file, anchor } = open();
    const documents = Array.from({ length: 2_000 }, (_, index) => sale(index).documents).flat();
    anchor.append(line(1));
    anchor.append(line(2, documents));
    expect(statSync(file).size).toBeGreaterThan(2 * 64 * 1024);
    expect(open(file).anchor.last()).toEqual(line(2, documents));
    expect([...anchor.lines()]).toEqual([line(1), line(2, documents)]);
  });
});

describe('given a power cut', () => {
  test.each([1, 30, 70_000])(
    'a line cut short after %i characters is taken off, and the next one stands alone',
    (length) => {
      const file = newFile();
      fill(file, 3);
      const documents = Array.from({ length: 2_000 }, (_, index) => sale(index).documents).flat();
      appendFileSync(file, JSON.stringify(line(4, documents)).slice(0, length));
      const { anchor } = open(file);
      expect(anchor.last()).toEqual(sale(3));
      anchor.append(sale(4));
      expect([...anchor.lines()]).toEqual([sale(1), sale(2), sale(3), sale(4)]);
    },
  );

  test('a file of nothing but half a line is empty', () => {
    const file = newFile();
    writeFileSync(file, '{"seq":1');
    expect(open(file).anchor.last()).toBeNull();
    expect(statSync(file).size).toBe(0);
  });
});

describe('given a file somebody laid hands on', () => {
  test('a line that cannot be read is told as such, in its place', () => {
    const file = newFile();
    const [first, , third] = fill(file, 3).map((entry) => JSON.stringify(entry));
    writeFileSync(file, `${first}\nnot a line\n${third}\n`);
    expect([...open(file).anchor.lines()]).toEqual([sale(1), null, sale(3)]);
  });

  test.each(['', '{}', 'null', '{"seq":0}', '[1]', JSON.stringify({ ...sale(3), head: 'short' })])(
    'the last line %j does not hide the one before it',
    (text) => {
      const file = newFile();
      fill(file, 2);
      appendFileSync(file, `${text}\n`);
      const { anchor } = open(file);
      expect(anchor.last()).toEqual(sale(2));
      expect([...anchor.lines()]).toEqual([sale(1), sale(2), null]);
    },
  );

  test('a file without one good line has no last one', () => {
    const file = newFile();
    writeFileSync(file, 'a\nb\n');
    expect(open(file).anchor.last()).toBeNull();
  });

  test('cut while it is open, it is read as it lies there, to its end', () => {
    const { file, anchor } = open();
    for (const entry of [line(1), line(2), line(3)]) anchor.append(entry);
    truncateSync(file, `${JSON.stringify(line(1))}\n`.length);
    expect([...anchor.lines()]).toEqual([line(1)]);
  });

  test('removed while it is open, it has no lines', () => {
    const { file, anchor } = open();
    anchor.append(line(1));
    rmSync(file);
    expect([...anchor.lines()]).toEqual([]);
  });

  test('a reader that stops half way lets go of the file', () => {
    const file = newFile();
    fill(file, 1_500);
    const { anchor } = open(file);
    const [first] = anchor.lines();
    expect(first).toEqual(sale(1));
    anchor.append(sale(1_501));
    expect([...anchor.lines()]).toHaveLength(1_501);
  });
});

/** A limit on the size of a file is what comes nearest to a full disk that every machine has. */
const FULL_DISKS = process.platform === 'win32' ? [] : [8, 9];

test.each(FULL_DISKS)('on a full disk (%i blocks) a line is there whole or not at all', (blocks) => {
  const { file } = open();
  const program = `
    const { openAnchorFile } = await import(${JSON.stringify(path.resolve('src/main/adapters/anchor-file.ts'))});
    const anchor = openAnchorFile(process.argv[1]);
    let seq = 1;
    const append = () => anchor.append({ seq, auditSeq: seq, head: '0'.repeat(64), documents: [] });
    try { for (;; seq += 1) append(); } catch {}
    try { append(); } catch (error) { console.log(seq, anchor.last().seq, error.code); }`;
  // Dash counts blocks of 512 bytes, others of 1024: either will do.
  const shell = `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" --input-type=module -e "$1" "$2"`;
  const { stdout } = spawnSync('sh', ['-c', shell, process.execPath, program, file], { encoding: 'utf8' });
  const [failed = 0, last] = stdout.split(' ').map(Number);
  expect(stdout).toContain('EFBIG');
  expect(last).toBe(failed - 1);
  expect(failed).toBeGreaterThan(20);
  const text = readFileSync(file, 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  expect([...open(file).anchor.lines()].map((entry) => entry?.seq)).toEqual(
    Array.from({ length: failed - 1 }, (_, index) => index + 1),
  );
});
