import { expect, test } from 'vitest';
import { gbBytes } from '../../../../src/main/adapters/escpos/gb18030.ts';

test.for<[string, readonly [number, number] | null]>([
  ['福', [0xb8, 0xa3]],
  ['气', [0xc6, 0xf8]],
  ['樓', [0x98, 0xc7]],
  ['→', [0xa1, 0xfa]],
  ['A', null],
  ['த', null],
  // Four bytes in GB18030.
  ['㛃', null],
  ['𠮷', null],
  // The private area, and what a decoder puts in place of nonsense.
  ['\ue000', null],
  ['\ufffd', null],
])('%s', ([character, bytes]) => {
  expect(gbBytes(character)).toEqual(bytes);
});

test('all 20 902 characters of the unified Chinese set are there, and read back as themselves', () => {
  const decoder = new TextDecoder('gb18030');
  const wrong: string[] = [];
  for (let code = 0x4e00; code <= 0x9fa5; code += 1) {
    const character = String.fromCodePoint(code);
    if (decoder.decode(Uint8Array.from(gbBytes(character) ?? [])) !== character) wrong.push(character);
  }
  expect(wrong).toEqual([]);
});
