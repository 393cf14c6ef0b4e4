import { expect, test } from 'vitest';
import { copyOfRoll } from '../../../../src/main/documents/roll/copy-of-roll.ts';
import { codeWidthMm, renderRoll } from '../../../../src/main/documents/roll/render-roll.tsx';
import type { RollDocument } from '../../../../src/shared/roll-document.ts';
import { bodyTextOf, rollRowsOf } from '../../../helpers/document-words.ts';

const plain = { fontCss: () => '', copy: false };

const slip: RollDocument = {
  title: 'Receipt RCT-KB1-2026-000789',
  blocks: [
    { kind: 'text', text: 'HSH LPG', align: 'center', size: 'large', bold: true },
    { kind: 'rule' },
    { kind: 'columns', left: '2 x 36.50', right: '73.00' },
    { kind: 'columns', left: 'Total', right: 'S$ 73.00', bold: true, size: 'large' },
    { kind: 'space' },
    { kind: 'qr', data: 'RCT-KB1-2026-000789', caption: 'Scan me' },
  ],
  opensDrawer: true,
};

test('each block becomes what it says, in its order', () => {
  const html = renderRoll(slip, 'ROLL80', plain);
  expect(bodyTextOf(html).trim()).toBe('HSH LPG 2 x 36.50 73.00 Total S$ 73.00 Scan me');
  expect(html).toContain('<title>Receipt RCT-KB1-2026-000789</title>');
  expect(html).toContain('<p class="center large bold">HSH LPG</p><hr/>');
  expect(html).toContain('<p class="columns large bold"><span>Total</span>');
  expect(html.match(/<svg/g)).toHaveLength(1);
});

test.each([
  ['ROLL80', '72mm'],
  ['ROLL58', '48mm'],
] as const)('%s is printed %s wide', (paper, width) => {
  expect(renderRoll(slip, paper, plain)).toContain(`width: ${width};`);
});

test('there is black and white and nothing between: a thermal head has no grey', () => {
  const html = renderRoll(slip, 'ROLL80', plain);
  expect(new Set(html.match(/#[0-9a-f]{3,8}\b/gi))).toEqual(new Set(['#000', '#fff']));
  expect(html).not.toMatch(/rgba?\(|hsl|opacity|shadow|gradient|gr[ae]y/i);
});

test('it runs nothing and fetches nothing', () => {
  expect(renderRoll(slip, 'ROLL58', plain)).not.toMatch(/<script|<link|https?:|\ssrc=|url\(/i);
});

test('names are printed as typed, not as markup', () => {
  const hostile = `Tan & Sons' <Seafood> "Grill"`;
  const html = renderRoll({ ...slip, blocks: [{ kind: 'text', text: hostile }] }, 'ROLL80', plain);
  expect(html).toContain('Tan &amp; Sons&#x27; &lt;Seafood&gt; &quot;Grill&quot;');
  expect(html).not.toContain('<Seafood>');
});

test('a copy says so before anything else, an original nowhere', () => {
  expect(bodyTextOf(renderRoll(slip, 'ROLL80', { ...plain, copy: true }))).toMatch(/^ ?COPY HSH LPG /);
  expect(bodyTextOf(renderRoll(slip, 'ROLL80', plain))).not.toContain('COPY');
});

test('a copy for a text printer says so too, and leaves the drawer shut', () => {
  const copy = copyOfRoll(slip);
  expect(rollRowsOf(copy).slice(0, 3)).toEqual(['COPY', '', 'HSH LPG']);
  expect(copy.opensDrawer).toBe(false);
  expect(copy.title).toBe(slip.title);
});

test.each([
  [25, 18.75], // 6 dots a module
  [53, 26.5], // 4 dots
  [177, 22.125], // 1 dot
])('a code of %i modules is %f mm wide: whole dots of an 8 dots/mm head, 30 mm at most', (modules, widthMm) => {
  expect(codeWidthMm(modules)).toBe(widthMm);
});
