import { expect, test } from 'vitest';
import { cssString } from '../../../src/main/documents/sheet.ts';

test('text in the foot of the page can end neither its string nor the style', () => {
  expect(cssString('a"b\\c</style>')).toBe('"a\\22 b\\5c c\\3c /style\\3e "');
});
