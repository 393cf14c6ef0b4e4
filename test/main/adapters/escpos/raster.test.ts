import { expect, test } from 'vitest';
import { rasterCommands } from '../../../../src/main/adapters/escpos/raster.ts';

function hexOf(width: number, height: number, bytes: number[]): string[] {
  return rasterCommands({ width, height, bytes: Uint8Array.from(bytes) }).map((command) =>
    Buffer.from(command).toString('hex'),
  );
}

test('GS v 0 with the width in bytes, the height in rows, and the dots', () => {
  expect(hexOf(16, 2, [0xff, 0x00, 0x80, 0x01])).toEqual(['1d76300002000200ff008001']);
  expect(hexOf(9, 1, [0xff, 0x80])).toEqual(['1d76300002000100ff80']);
});

test('a high picture goes in bands that a small memory holds', () => {
  const bands = rasterCommands({
    width: 8,
    height: 500,
    bytes: Uint8Array.from({ length: 500 }, (_, row) => row & 0x7f),
  });
  expect(bands.map((band) => (band[6] ?? 0) + (band[7] ?? 0) * 256)).toEqual([240, 240, 20]);
  expect(bands[1]?.[8]).toBe(240 & 0x7f);
});

test('dots that read as a command to act at once are told apart by one more dot: none can open the drawer', () => {
  expect(hexOf(40, 1, [0x10, 0x14, 0x01, 0x00, 0x01])).toEqual(['1d763000050001001814010001']);
  expect(hexOf(32, 1, [0x10, 0x04, 0x10, 0x05])).toEqual(['1d7630000400010018041805']);
  expect(hexOf(16, 1, [0x10, 0x10])).toEqual(['1d763000020001001010']);
});
