import { expect, test } from 'vitest';
import { mediaFor } from '../../../../src/main/adapters/cups/media.ts';

const A4 = 'iso_a4_210x297mm';
const ANY_ROLL = ['custom_min_50x50mm', 'custom_max_216x3276mm'];

test.each([
  ['a printer that takes any size', [A4, ...ANY_ROLL], 'Custom.80x123.45mm'],
  ['a paper that is just so', [A4, 'om_roll80_80x123mm', ...ANY_ROLL], 'om_roll80_80x123mm'],
  ['rolls in steps', [A4, 'om_x_80x297mm', 'om_y_80x200mm', 'om_z_80x100mm'], 'om_y_80x200mm'],
  ['rolls in inches', ['oe_roll_3.15x8in'], 'oe_roll_3.15x8in'],
  ['a printer that says nothing', [], 'Custom.80x123.45mm'],
  ['a printer of old names', ['A4', 'RP80'], 'Custom.80x123.45mm'],
  ['a range that is too short', [A4, 'custom_min_50x50mm', 'custom_max_216x120mm', 'om_y_80x200mm'], 'om_y_80x200mm'],
  ['only A4', [A4], 'Custom.80x123.45mm'],
])('a receipt of 80 by 123.45 mm on %s', (_, offered, media) => {
  expect(mediaFor({ widthMm: 80, heightMm: 123.449 }, offered)).toBe(media);
});
