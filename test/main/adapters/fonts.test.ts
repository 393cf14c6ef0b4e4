import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bundledFonts } from '../../helpers/bundled-fonts.ts';

const fonts = bundledFonts();
afterAll(() => fonts.remove());

/** Family and weight of each slice, in order. */
function facesIn(css: string): string[] {
  return [...css.matchAll(/font-family:'([^']+)';font-style:normal;font-weight:(\d+)/g)].map(
    ([, family, weight]) => `${family} ${weight}`,
  );
}

test('English needs two slices: the regular and the semibold Latin letters', () => {
  expect(facesIn(fonts.cssFor('Tan & Sons, 14 kg — café, m³'))).toEqual(['Inter 400', 'Inter 600']);
});

test('Chinese and Tamil bring the slices of their own characters, and no others', () => {
  expect(facesIn(fonts.cssFor('福'))).toEqual(['Noto Sans SC 400', 'Noto Sans SC 600']);
  expect(facesIn(fonts.cssFor('முருகன்'))).toEqual(['Noto Sans Tamil 400', 'Noto Sans Tamil 600']);
  expect(facesIn(fonts.cssFor('A福ம'))).toHaveLength(6);
});

test('an arrow is not among the Latin letters, but is bundled', () => {
  expect(facesIn(fonts.cssFor('→'))).toEqual(['Noto Sans SC 400', 'Noto Sans SC 600']);
});

test('a character that no bundled font has asks for nothing', () => {
  expect(fonts.cssFor('\u{10FFFD}')).toBe('');
});

test('the rules carry the fonts themselves', () => {
  const css = fonts.cssFor('A');
  expect(css).toMatch(/src:url\(data:font\/woff2;base64,d09GMg[\w+/]{1000,}=*\) format\('woff2'\)/);
  expect(fonts.cssFor('A')).toBe(css);
});

test('the folder holds the slices of its index and the licences, nothing else', () => {
  const index = JSON.parse(readFileSync(path.join(fonts.dir, 'index.json'), 'utf8')) as { file: string }[];
  const licences = ['inter', 'noto-sans-sc', 'noto-sans-tamil'].map((slug) => `${slug}-LICENSE.txt`);
  expect(readdirSync(fonts.dir).toSorted()).toEqual(
    [...index.map((face) => face.file), ...licences, 'index.json'].toSorted(),
  );
});
