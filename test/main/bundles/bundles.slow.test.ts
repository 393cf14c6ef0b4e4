import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeBundle } from '../../../src/main/bundles/make-bundle.ts';
import { runVerify } from '../../../src/main/bundles/run-verify.ts';
import { COMMENT_BYTES, privateKeyOf, signFile } from '../../../src/main/bundles/signature.ts';
import { readZip } from '../../../src/main/bundles/read-zip.ts';
import { openZip } from '../../../src/main/bundles/write-zip.ts';
import { type EdgeCase, openEdgeCase, problemOf } from '../../helpers/open-edge-case.ts';

let edge: EdgeCase;
let folder: string;
let keyFile: string;
beforeEach(async () => {
  edge = await openEdgeCase();
  folder = path.join(edge.console.dataDir, 'bundles');
  keyFile = path.join(edge.console.dataDir, 'head-office.pem');
  writeFileSync(keyFile, (await edge.admin('exports.key', {})).publicKey);
  await edge.sell([edge.deliver(2)], { payment: { method: 'CASH', amount: '50.00' } });
});
afterEach(() => edge.console.remove());

const run = () => edge.admin('exports.run', {});
const fileOf = (name: string) => path.join(folder, name);

async function verify(...files: string[]) {
  const printed = { out: '', err: '' };
  const code = await runVerify([...files, '--key', keyFile], {
    out: (text) => (printed.out += text),
    err: (text) => (printed.err += text),
  });
  return { code, ...printed };
}

/** The rows of a file in a bundle, read by another program than ours. */
function rowsIn(file: string, name: string): Record<string, unknown>[] {
  const text = new TextDecoder().decode(unzipSync(readFileSync(file))[name]);
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a bundle', () => {
  test('holds what was committed, and is verified by a program that has it and the public key', async () => {
    const { file, counts, totals, fromCommit, toCommit } = await run();
    expect(counts).toMatchObject({ 'invoices.ndjson': 1, 'transaction_lines.ndjson': 1, 'payments.ndjson': 1 });
    expect(totals).toMatchObject({ invoices: '79.57', tax: '6.57', payments: '50.00', creditNotes: '0.00' });
    expect(await verify(fileOf(file))).toEqual({
      code: 0,
      out: expect.stringMatching(
        new RegExp(
          `^KB1-000001\\.zip: good\\. KB1 number 1, commits ${fromCommit} to ${toCommit}, \\d+ rows, invoices 79\\.57\\.\\n$`,
        ),
      ) as string,
      err: '',
    });
    expect(rowsIn(fileOf(file), 'invoices.ndjson')).toMatchObject([{ number: 'INV-KB1-2026-000001', total: 7957 }]);
    expect(rowsIn(fileOf(file), 'customers.ndjson').at(-1)).toMatchObject({
      action: 'customers.setRates',
      entity_number: 'K001',
    });
    expect(rowsIn(fileOf(file), 'commits.ndjson')).toHaveLength(toCommit);
  });

  test('made again has the same bytes, whatever came after', async () => {
    const { file, toCommit } = await run();
    await edge.admin('customers.update', { id: edge.customerK.id, name: 'Renamed' });
    await edge.sell([edge.deliver(1)]);
    const { dataDir } = edge.console;
    const target = path.join(folder, 'again.zip');
    const start = { sequence: 1, previous: null, restoredAfter: null, fromCommit: 1 };
    await makeBundle({ ...start, dataDir, target, toCommit }, () => undefined);
    expect(readFileSync(target).equals(readFileSync(fileOf(file)))).toBe(true);
  });

  test('holds a sale that was back-dated after the one before', async () => {
    const first = await run();
    await edge.sell([edge.deliver(1)], { businessDate: '2026-01-15' });
    const second = await run();
    expect(second).toMatchObject({ sequence: 2, fromCommit: first.toCommit + 1, totals: { invoices: '39.79' } });
    expect(rowsIn(fileOf(second.file), 'invoices.ndjson')).toMatchObject([{ business_date: '2026-01-15' }]);
    expect(await verify(fileOf(first.file), fileOf(second.file))).toMatchObject({ code: 0, err: '' });
    expect(await verify(fileOf(second.file), fileOf(first.file))).toMatchObject({
      code: 1,
      err: 'KB1-000001.zip: REFUSED. It is number 1; number 3 should follow the one before.\n',
    });
    const third = await run();
    expect((await verify(fileOf(first.file), fileOf(third.file))).err).toContain(
      'It is number 3; number 2 should follow',
    );
  });

  test('is listed, found by its number, and told when its file is gone or another', async () => {
    const first = await run();
    const second = await run();
    expect((await edge.admin('exports.list', {})).items).toEqual([second, first]);
    expect((await edge.admin('exports.list', { search: '1' })).items).toEqual([first]);
    expect((await edge.admin('exports.list', { search: 'x' })).items).toEqual([]);
    expect((await edge.admin('system.health', {})).lastExport).toBe('2026-01-20T01:00:00.000Z');
    copyFileSync(fileOf(first.file), fileOf(second.file));
    expect(await edge.admin('exports.verify', { id: second.id })).toEqual({
      ok: false,
      problems: ['It is not the file that was made.'],
    });
    rmSync(fileOf(first.file));
    expect(await edge.admin('exports.verify', { id: first.id })).toMatchObject({ ok: false });
  });

  test('that is asked for twice at once is made once, and leaves nothing half', async () => {
    const [one, other] = await Promise.all([run(), problemOf(run())]);
    expect(one.sequence).toBe(1);
    expect(other).toMatchObject({ code: 'INVALID_STATE', message: 'A bundle is being made already.' });
    expect(readdirSync(folder)).toEqual([one.file]);
    expect((await edge.admin('audit.list', { action: 'exports.run' })).items).toMatchObject([
      { entityNumber: one.file },
    ]);
  });
});

describe('refused and named', () => {
  test('any byte flipped, wherever it is', async () => {
    const { file } = await run();
    const bytes = readFileSync(fileOf(file));
    const bent = fileOf('bent.zip');
    const places = Array.from({ length: 60 }, (_, n) => Math.floor((n * (bytes.length - 1)) / 59));
    for (const place of places) {
      const copy = Buffer.from(bytes);
      copy[place] = (copy[place] ?? 0) ^ 0x10;
      writeFileSync(bent, copy);
      const { code, out, err } = await verify(bent);
      expect([place, code, out]).toEqual([place, 1, '']);
      expect(err).toMatch(/^bent\.zip: REFUSED\. .+\.\n$/);
    }
  });

  test('a byte of each file, by the file’s name', async () => {
    const { file } = await run();
    const bytes = readFileSync(fileOf(file));
    const { entries } = await readZip(fileOf(file), COMMENT_BYTES);
    for (const { name, offset, packed } of entries.filter(({ size }) => size > 0)) {
      const copy = Buffer.from(bytes);
      const middle = offset + 30 + name.length + Math.floor(packed / 2);
      copy[middle] = (copy[middle] ?? 0) ^ 0x01;
      writeFileSync(fileOf('bent.zip'), copy);
      expect((await verify(fileOf('bent.zip'))).err).toContain(name);
    }
  });

  test('a row dropped, in a zip that is otherwise sound', async () => {
    const { file } = await run();
    const rewritten = fileOf('dropped.zip');
    await rewrite(fileOf(file), rewritten, (name, text) =>
      name === 'audit.ndjson' ? text.split('\n').slice(1).join('\n') : text,
    );
    expect((await verify(rewritten)).err).toMatch(
      /^dropped\.zip: REFUSED\. audit\.ndjson has \d+ rows, not \d+\. The signature does not fit\.\n$/,
    );
  });

  test('another key, and what another key has signed', async () => {
    const { file } = await run();
    const forged = fileOf('forged.zip');
    await rewrite(fileOf(file), forged, (_, text) => text);
    expect((await verify(forged)).err).toContain('another key has signed it');
    const { publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(keyFile, publicKey.export({ format: 'pem', type: 'spki' }));
    expect((await verify(fileOf(file))).err).toContain('It was made for another key than this site’s.');
    writeFileSync(keyFile, 'no key');
    expect(await verify(fileOf(file))).toMatchObject({ code: 1, err: `${keyFile} is not a public key.\n` });
  });

  test('what is no bundle, is cut short, or is not there', async () => {
    const { file } = await run();
    writeFileSync(fileOf('notes.zip'), deflateRawSync('buy gas'));
    writeFileSync(fileOf('half.zip'), readFileSync(fileOf(file)).subarray(0, 2000));
    expect((await verify(fileOf('notes.zip'))).err).toBe('notes.zip: REFUSED. It cannot be read: it is cut short.\n');
    expect((await verify(fileOf('half.zip'))).err).toContain('it does not end as a bundle does');
    expect((await verify(fileOf('gone.zip'))).code).toBe(1);
    expect((await verify()).err).toContain('Say which bundles to verify');
    expect(existsSync(fileOf('gone.zip'))).toBe(false);
  });

  /** The same bundle with other texts, unsigned but for room for a signature. */
  async function rewrite(from: string, to: string, change: (name: string, text: string) => string): Promise<void> {
    const { entries, pieces } = await readZip(from, COMMENT_BYTES);
    const zip = openZip(to);
    for (const entry of entries) {
      const parts: Buffer[] = [];
      for await (const piece of pieces(entry)) parts.push(piece);
      zip.add(entry.name, [Buffer.from(change(entry.name, Buffer.concat(parts).toString('utf8')))]);
    }
    zip.finish(COMMENT_BYTES);
    zip.close();
    await signFile(to, privateKeyOf(Buffer.alloc(32, 9)));
  }
});
