import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTheMiddle, wrapBeside, wrapText } from '../../../../src/main/adapters/escpos/layout.ts';
import { columnsOf } from '../../../../src/main/adapters/escpos/text.ts';

test.for<[string, number, string[]]>([
  ['', 10, ['']],
  ['exactly ten', 11, ['exactly ten']],
  ['one two three', 7, ['one two', 'three']],
  ['one  two', 4, ['one', 'two']],
  ['RCT-KB1-2026-000123', 8, ['RCT-KB1-', '2026-000', '123']],
  ['No RCT-KB1-2026', 8, ['No', 'RCT-KB1-', '2026']],
  ['液化石油气换气', 6, ['液化石', '油气换', '气']],
  ['14 kg液化', 7, ['14 kg液', '化']],
  ['first\n\nthird', 10, ['first', '', 'third']],
])('%j in %i columns', ([text, columns, lines]) => {
  expect(wrapText(text, columns)).toEqual(lines);
});

test('a figure stands at the right end of the first line', () => {
  expect(wrapBeside('Gas', '9.00', 12)).toEqual(['Gas     9.00']);
  expect(wrapBeside('Gas refill 14 kg', '9.00', 12)).toEqual(['Gas     9.00', 'refill', '14 kg']);
  expect(wrapBeside('福满楼', '9.00', 12)).toEqual(['福满楼  9.00']);
});

test('a figure that would break a word, or leave it hardly any room, stands below', () => {
  expect(wrapBeside('INV-KB1-000123', '18 Jul', 16)).toEqual(['INV-KB1-000123', '          18 Jul']);
  expect(wrapBeside('Paid', '18 Jul 2026 9', 16)).toEqual(['Paid', '   18 Jul 2026 9']);
});

test('centred text leans left by half a column at most', () => {
  expect(inTheMiddle('abc', 8)).toBe('  abc');
  expect(inTheMiddle('福', 8)).toBe('   福');
});

const words = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', ' ', '福', '气'), maxLength: 80 });

test('whatever it says, no line is wider than the paper and no character is lost', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 2, max: 48 }), (text, columns) => {
      const lines = wrapText(text, columns);
      for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});

test('beside a figure neither, and the figure always ends at the edge', () => {
  fc.assert(
    fc.property(
      words,
      fc.stringMatching(/^\$[0-9]{1,9}\.[0-9]{2}$/),
      fc.integer({ min: 16, max: 48 }),
      (text, figure, columns) => {
        const lines = wrapBeside(text, figure, columns);
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        const marked = lines.find((line) => line.endsWith(figure)) ?? '';
        expect(columnsOf(marked)).toBe(columns);
        const said = lines.map((line) => (line === marked ? line.slice(0, -figure.length) : line)).join('');
        expect(said.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      },
    ),
  );
});
