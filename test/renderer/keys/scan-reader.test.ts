import { describe, expect, test } from 'vitest';
import { ScanReader, type Verdict } from '../../../src/renderer/keys/scan-reader.ts';

/** Keys with the pauses before them, in milliseconds. */
function read(reader: ScanReader, keys: readonly string[], gaps: number | readonly number[], start = 0): Verdict[] {
  let at = start;
  return keys.map((key, index) => {
    at += typeof gaps === 'number' ? gaps : (gaps[index] ?? 0);
    return reader.read({ key, at, isChord: false });
  });
}

const kinds = (verdicts: readonly Verdict[]) => verdicts.map(({ kind }) => kind);
/** As they are typed, Enter last. */
const withEnter = (text: string) => [...Array.from(text), 'Enter'];
const EAN = withEnter('8880001000140');

describe('a scanner', () => {
  test.each([1, 5, 16, 20, 28])('is known at %i ms a key; all but two keys are kept from the field', (gap) => {
    const verdicts = read(new ScanReader(), EAN, gap);
    expect(kinds(verdicts).slice(0, 3)).toEqual(['pass', 'pass', 'keep']);
    expect(kinds(verdicts).filter((kind) => kind === 'pass')).toHaveLength(2);
    expect(verdicts.at(-1)).toEqual({ kind: 'scan', code: '8880001000140' });
  });

  test('is known when the computer was busy for a moment', () => {
    const verdicts = read(new ScanReader(), EAN, [5, 5, 5, 5, 55, 5, 5, 5, 5, 5, 5, 5, 5, 5]);
    expect(verdicts.at(-1)).toEqual({ kind: 'scan', code: '8880001000140' });
  });

  test('sends Shift with capital letters', () => {
    const keys = ['Shift', 'C', 'Shift', 'Y', 'L', '-', '1', '4', 'Enter'];
    expect(read(new ScanReader(), keys, 6).at(-1)).toEqual({ kind: 'scan', code: 'CYL-14' });
  });

  test('may read twenty codes without a pause', () => {
    const reader = new ScanReader();
    const codes = Array.from({ length: 20 }, (_, index) => String(8_880_001_000_000 + index));
    const verdicts = read(reader, codes.flatMap(withEnter), 4);
    expect(verdicts.flatMap((verdict) => (verdict.kind === 'scan' ? verdict.code : []))).toEqual(codes);
  });

  test('after a hand stopped typing begins a code of its own', () => {
    const reader = new ScanReader();
    read(reader, ['1', '2'], 110);
    expect(read(reader, EAN, 5, 900).at(-1)).toEqual({ kind: 'scan', code: '8880001000140' });
  });
});

describe('a hand', () => {
  const typed = (text: string, gaps: number | number[]) => read(new ScanReader(), withEnter(text), gaps);

  test.each([45, 60, 90, 140, 400])('that types a key every %i ms is let through, its Enter too', (gap) => {
    expect(new Set(kinds(typed('INV-KB1-2026-000123', gap)))).toEqual(new Set(['pass']));
  });

  test('that rolls two keys at once is not kept waiting', () => {
    const gaps = [100, 8, 95, 12, 120, 9];
    expect(new Set(kinds(typed('14589', gaps)))).toEqual(new Set(['pass']));
  });

  test('is never taken for a code by three keys, however fast: a quantity and Enter', () => {
    expect(typed('144', 4).at(-1)).toEqual({ kind: 'pass' });
    expect(typed('2', 1).at(-1)).toEqual({ kind: 'pass' });
  });

  test('that starts fast and slows down gets its keys back and its Enter heard', () => {
    const verdicts = typed('katong', [100, 20, 20, 110, 100, 120, 90]);
    expect(kinds(verdicts)).toEqual(['pass', 'pass', 'keep', 'pass', 'pass', 'pass', 'pass']);
  });

  test('with Ctrl, or with arrows between, types no code', () => {
    const reader = new ScanReader();
    read(reader, Array.from('88800'), 5);
    reader.read({ key: 'a', at: 30, isChord: true });
    expect(reader.read({ key: 'Enter', at: 35, isChord: false })).toEqual({ kind: 'pass' });
    expect(read(new ScanReader(), ['8', '8', '8', 'ArrowLeft', '0', '1', 'Enter'], 5).at(-1)).toEqual({ kind: 'pass' });
  });
});
