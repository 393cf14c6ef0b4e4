import { expect, test } from 'vitest';
import { escposBytes, type EscposTarget } from '../../../../src/main/adapters/escpos/bytes.ts';
import type { PicturedText } from '../../../../src/main/adapters/text-pictures.ts';
import { ROLLS, type RollBlock } from '../../../../src/shared/roll-document.ts';
import { decodeEscpos, linesOf } from '../../../helpers/escpos-decode.ts';
import { sampleReceipt } from '../../../helpers/sample-receipt.ts';

const START = '1b401c2e1b4d00';
const DRAWER = '1b700019fa';
const FEED_AND_CUT = '1b64031d564200';

/** Pictures of one grey-less line, with a note of what was asked for. */
function drawer(asked: [PicturedText, number][] = []) {
  return {
    draw(words: PicturedText, widthDots: number) {
      asked.push([words, widthDots]);
      return Promise.resolve({ width: widthDots, height: 30, bytes: new Uint8Array((widthDots / 8) * 30).fill(0xaa) });
    },
  };
}

function target(more: Partial<EscposTarget> = {}): EscposTarget {
  return { paper: 'ROLL80', hasChinese: false, hasDrawer: false, copies: 1, pictures: drawer(), ...more };
}

async function bytesOf(blocks: RollBlock[], more: Partial<EscposTarget> = {}, opensDrawer = false) {
  return escposBytes({ title: 't', blocks, opensDrawer }, target(more));
}

async function hexOf(...parameters: Parameters<typeof bytesOf>): Promise<string> {
  return Buffer.from(await bytesOf(...parameters)).toString('hex');
}

test('an order starts the printer, prints, feeds and cuts: to the byte', async () => {
  // ESC @, FS ., ESC M 0; ESC t 16, "A", LF; ESC d 3, GS V 66 0.
  expect(await hexOf([{ kind: 'text', text: 'A' }])).toBe(`${START}1b7410410a${FEED_AND_CUT}`);
});

test('every copy is cut, and the drawer is opened once, before the first', async () => {
  const copy = `1b7410410a${FEED_AND_CUT}`;
  const blocks: RollBlock[] = [{ kind: 'text', text: 'A' }];
  expect(await hexOf(blocks, { copies: 3, hasDrawer: true }, true)).toBe(`${START}${DRAWER}${copy}${copy}${copy}`);
  expect(await hexOf(blocks, { hasDrawer: true }, false)).not.toContain(DRAWER);
  expect(await hexOf(blocks, { hasDrawer: false }, true)).not.toContain(DRAWER);
});

test('bold and large are turned on for their line and off behind it', async () => {
  // ESC E 1, GS ! 11h … ESC E 0, GS ! 0.
  const hex = await hexOf([{ kind: 'text', text: 'A', bold: true, size: 'large' }]);
  expect(hex).toContain('1b45011d21111b7410411b45001d21000a');
});

test('a receipt on 80 mm: figures end in column 48, words wrap beside them', async () => {
  const bytes = await escposBytes(sampleReceipt(), target({ hasDrawer: true }));
  expect(linesOf(decodeEscpos(bytes))).toEqual([
    '[drawer]',
    'Lion Gas Supply Pte Ltd',
    ' 12 Kaki Bukit Road 1 #01-05, Singapore 415934',
    '            GST Reg No M2-1234567-8',
    '------------------------------------------------',
    '                    RECEIPT',
    'RCT-KB1-2026-000123            18 Jul 2026 14:05',
    'Customer: Bukit Batok Coffee Shop',
    '------------------------------------------------',
    '2 x LPG cylinder 12.7 kg refill @ 38.00    76.00',
    '1 x Regulator, low pressure, with 1.5 m    64.30',
    'hose and two clips, fitted and leak tested',
    'Piped gas 3.125 m³                         25.00',
    'Empty returned                            -15.00',
    '------------------------------------------------',
    'Includes 9% GST                            12.41',
    'TOTAL            $150.30',
    'Cash                                     $160.00',
    'Change                                     $9.70',
    '',
    '[qr https://depot.example/r/RCT-KB1-2026-000123]',
    '              RCT-KB1-2026-000123',
    '',
    '  Thank you. Check valves for leaks with soapy',
    '                     water.',
    '',
    '',
    '',
    '[cut]',
  ]);
});

test('the same on 58 mm: figures end in column 32', async () => {
  const lines = linesOf(decodeEscpos(await escposBytes(sampleReceipt(), target({ paper: 'ROLL58' }))));
  expect(lines.slice(0, 7)).toEqual([
    'Lion Gas Supply',
    '    Pte Ltd',
    '  12 Kaki Bukit Road 1 #01-05,',
    '        Singapore 415934',
    '    GST Reg No M2-1234567-8',
    '--------------------------------',
    '            RECEIPT',
  ]);
  expect(lines).toContain('TOTAL    $150.30');
  expect(lines).toContain('Change                     $9.70');
  // The number of the receipt is not broken for the date beside it.
  expect(lines.slice(7, 9)).toEqual(['RCT-KB1-2026-000123', '               18 Jul 2026 14:05']);
});

test('a Chinese name goes as GB18030 to a printer that has Chinese, two columns a character', async () => {
  const blocks: RollBlock[] = [
    { kind: 'text', text: '福' },
    { kind: 'columns', left: '福满楼 café', right: '$38.00' },
    { kind: 'text', text: '福满楼', align: 'center', size: 'large', bold: true },
  ];
  // FS &, B8 A3, FS ., LF.
  expect(await hexOf(blocks.slice(0, 1), { hasChinese: true })).toContain('1c26b8a31c2e0a');
  const commands = decodeEscpos(await bytesOf(blocks, { hasChinese: true }));
  expect(linesOf(commands).slice(1, 3)).toEqual([
    `福满楼 café${' '.repeat(48 - 6 - 5 - 6)}$38.00`,
    `${' '.repeat(9)}福满楼`,
  ]);
  expect(commands).toContainEqual({ kind: 'text', text: '福满楼', bold: true, width: 2, height: 2, chinese: true });
});

test('a printer without Chinese gets the whole line as a picture, as wide as the paper', async () => {
  const asked: [PicturedText, number][] = [];
  const blocks: RollBlock[] = [
    { kind: 'text', text: 'Customer: 福满楼', align: 'center' },
    { kind: 'columns', left: 'முருகன்', right: '“$38.00”', bold: true, size: 'large' },
  ];
  const commands = decodeEscpos(await bytesOf(blocks, { pictures: drawer(asked), paper: 'ROLL58' }));
  expect(asked).toEqual([
    [{ text: 'Customer: 福满楼', bold: false, large: false, align: 'center' }, 384],
    [{ text: 'முருகன்', right: '"$38.00"', bold: true, large: true, align: 'left' }, 384],
  ]);
  expect(linesOf(commands).slice(0, 2)).toEqual(['[picture 384 x 30]', '[picture 384 x 30]']);
});

test('a printer with Chinese still takes Tamil, and characters no ROM is sure to have, as pictures', async () => {
  const asked: [PicturedText, number][] = [];
  const blocks: RollBlock[] = ['முருகன்', '𠮷野家', '㛃'].map((text) => ({ kind: 'text', text }));
  await bytesOf(blocks, { hasChinese: true, pictures: drawer(asked) });
  expect(asked.map(([words]) => words.text)).toEqual(['முருகன்', '𠮷野家', '㛃']);
});

test('a name can hold no command', async () => {
  const name = 'Tan\u001bp\u0000\u0019\u00fa\u0010\u0014\u0001\u0000\u0001 \u001d\u0056\u0000\u009b\r\nSons';
  const commands = decodeEscpos(await bytesOf([{ kind: 'text', text: name }]));
  expect(commands.map((command) => command.kind)).toEqual(['start', 'text', 'feed', 'text', 'feed', 'feed', 'cut']);
  expect(linesOf(commands)[0]).toMatch(/^Tan p {2}ú +V$/);
});

test('curly quotes, dashes and hard spaces become plain ones', async () => {
  const text = '“Tan’s”\u00a0– 5\u202fkg… −2 m³ €5';
  expect(linesOf(decodeEscpos(await bytesOf([{ kind: 'text', text }])))[0]).toBe('"Tan\'s" - 5 kg... -2 m³ €5');
});

test('a QR code is centred, six dots a square, and carries UTF-8', async () => {
  const commands = decodeEscpos(await bytesOf([{ kind: 'qr', data: 'https://depot.example/福', caption: null }]));
  expect(commands[1]).toEqual({ kind: 'qr', data: 'https://depot.example/福', square: 6, level: 0x31, centred: true });
  expect(linesOf(commands)).toHaveLength(1 + 3 + 1);
});

test.for(['ROLL80', 'ROLL58'] as const)('a QR with much in it gets smaller squares and fits on %s', async (paper) => {
  const qr = decodeEscpos(await bytesOf([{ kind: 'qr', data: 'x'.repeat(400), caption: null }], { paper }))[1];
  // 400 bytes with error correction M are version 16: 81 squares, and 4 of margin on either side.
  expect(qr).toHaveProperty('square', Math.min(6, Math.floor(ROLLS[paper].dots / 89)));
});
