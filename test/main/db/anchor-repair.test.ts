import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anchorOf, type AuditedDay, keepAuditedDay, linesOf, openUntilDone, setLines } from './audited-day.ts';

let day: AuditedDay;
beforeAll(async () => {
  day = await keepAuditedDay();
});
afterAll(() => day.remove());

describe('the anchor file', () => {
  test.each([1, 3])('that lacks its last %i lines after a crash is brought up to the books', async (missing) => {
    const folder = day.copy();
    const lines = linesOf(folder);
    setLines(folder, lines.slice(0, -missing));
    const console = await openUntilDone(folder);
    expect(linesOf(folder)).toEqual(lines);
    expect(await day.verify(console)).toMatchObject({ ok: true });
    expect(readFileSync(path.join(folder, 'logs', 'errors.log'), 'utf8')).toContain(`lacked ${missing} lines`);
  });

  test('whose last line was cut short by a power cut is brought up to the books', async () => {
    const folder = day.copy();
    const lines = linesOf(folder);
    writeFileSync(anchorOf(folder), readFileSync(anchorOf(folder)).subarray(0, -20));
    expect(await day.verify(await openUntilDone(folder))).toMatchObject({ ok: true });
    expect(linesOf(folder)).toEqual(lines);
  });

  test('with a line that cannot be read is told, and not written again from the start', async () => {
    const folder = day.copy();
    const lines = linesOf(folder);
    setLines(folder, lines.with(2, 'nonsense'));
    const verified = await day.verify(await openUntilDone(folder));
    expect(verified).toMatchObject({
      ok: false,
      firstBroken: { reason: 'Line 3 of the anchor file is missing or cannot be read.' },
    });
    expect(linesOf(folder)).toEqual(lines.with(2, 'nonsense'));
  });

  test('with a line less in the middle is told', async () => {
    const folder = day.copy();
    setLines(folder, linesOf(folder).toSpliced(2, 1));
    expect(await day.verify(await openUntilDone(folder))).toMatchObject({
      ok: false,
      firstBroken: { reason: 'Line 3 of the anchor file is missing or cannot be read.' },
    });
  });

  test('with the last line damaged is mended by the line itself, and the damage stays to be seen', async () => {
    const folder = day.copy();
    const lines = linesOf(folder);
    setLines(folder, lines.with(lines.length - 1, 'nonsense'));
    const verified = await day.verify(await openUntilDone(folder));
    expect(linesOf(folder)).toEqual([...lines.with(lines.length - 1, 'nonsense'), lines.at(-1)]);
    expect(verified).toMatchObject({
      ok: false,
      firstBroken: { reason: expect.stringContaining('cannot be read') as string },
    });
  });

  test.each([
    { what: 'removed', hands: (file: string) => rmSync(file), ends: 0 },
    { what: 'emptied', hands: (file: string) => truncateSync(file), ends: 0 },
    { what: 'cut', hands: (file: string) => truncateSync(file, linesOf(path.dirname(file))[0]?.length ?? 0), ends: 0 },
  ])('that is $what while the console is open is told', async ({ hands, ends }) => {
    const folder = day.copy();
    const console = await openUntilDone(folder);
    const commits = linesOf(folder).length;
    hands(anchorOf(folder));
    expect(await day.verify(console)).toMatchObject({
      ok: false,
      firstBroken: { id: day.rows, reason: `The anchor file ends at commit ${ends}, the books at ${commits}.` },
    });
  });
});
