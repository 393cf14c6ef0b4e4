import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FIRST_RUN, SHOWN } from '../screens/screens.ts';

const MANUAL = path.resolve(import.meta.dirname, '../../docs/manual');

const pages = readdirSync(MANUAL).filter((name) => name.endsWith('.md'));
const links = pages.flatMap((page) => {
  const text = readFileSync(path.join(MANUAL, page), 'utf8');
  return Array.from(text.matchAll(/\]\(([^)#]+)\)/g), ([, target = '']) => ({ page, target }));
});

test('the manual leads to nothing that is not there', () => {
  expect(links.filter(({ target }) => !existsSync(path.join(MANUAL, target)))).toEqual([]);
});

test('its first page leads to each of the others', () => {
  const named = links.filter(({ page }) => page === 'README.md').map(({ target }) => target);
  expect(pages.filter((page) => page !== 'README.md' && !named.includes(page))).toEqual([]);
});

test('its pictures are those that are taken for it', () => {
  const taken = [FIRST_RUN, ...SHOWN].filter(({ inManual }) => inManual).map(({ name }) => `images/${name}.png`);
  const shown = links.map(({ target }) => target).filter((target) => target.endsWith('.png'));
  expect([...new Set(shown)].toSorted()).toEqual(taken.toSorted());
});
