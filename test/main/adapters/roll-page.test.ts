import { expect, test } from 'vitest';
import { rollPageOf, rollWidthInPx } from '../../../src/main/adapters/roll-page.ts';

test('a roll is measured in whole CSS pixels, rather too narrow than too wide', () => {
  expect(rollWidthInPx(80)).toBe(302);
  expect(rollWidthInPx(58)).toBe(219);
});

test('the page is as high as the content, to the next millimetre, and two to spare', () => {
  expect(rollPageOf(80, 960)).toEqual({ widthMm: 80, heightMm: 256 });
  expect(rollPageOf(58, 961)).toEqual({ widthMm: 58, heightMm: 257 });
});

test('a short slip is still higher than it is wide, or the driver would turn it', () => {
  expect(rollPageOf(80, 20)).toEqual({ widthMm: 80, heightMm: 81 });
});
