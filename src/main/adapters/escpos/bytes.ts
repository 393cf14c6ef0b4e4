import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
// oxlint-disable-next-line import/no-named-as-default -- its types know the default only
import qrcode from 'qrcode-generator';
import { ROLLS, type RollBlock, type RollDocument, type RollPaper } from '../../../shared/roll-document.ts';
import { inTheMiddle, wrapBeside, wrapText } from './layout.ts';
import { rasterCommands } from './raster.ts';
import { CODE_PAGE, hasLettersFor, piecesOf, printableText } from './text.ts';
import type { PicturedText, TextPictures } from '../text-pictures.ts';

/** What the bytes depend on beside the document. */
export interface EscposTarget {
  paper: RollPaper;
  hasChinese: boolean;
  hasDrawer: boolean;
  copies: number;
  pictures: TextPictures;
}

/**
 * ESC d 3 (feed three lines), then GS V 66 0 (feed to the knife, cut, leave a corner). The feed is for printers that cut
 * where the paper stands, and for those without a knife, whose paper is torn off.
 */
const END_OF_COPY = [0x1b, 0x64, 3, 0x1d, 0x56, 66, 0];

/** FS & and FS . (select and cancel Kanji mode): between them every two bytes are one Chinese character. */
const CHINESE_ON = [0x1c, 0x26];
const CHINESE_OFF = [0x1c, 0x2e];

/**
 * The bytes of an order: the drawer once and first, since the cashier waits for it, then every copy with its cut.
 *
 * @throws what `TextPictures.draw` throws.
 */
export async function escposBytes(document: RollDocument, target: EscposTarget): Promise<Uint8Array> {
  // The encoder's own line end is LF CR, its pictures need a canvas, and it would feed a line after a QR.
  const encoder = new ReceiptPrinterEncoder({
    columns: ROLLS[target.paper].columns,
    newline: '\n',
    feedAfterBlock: false,
  });
  encoder.initialize().codepage(CODE_PAGE);
  // ESC p 0 (pulse on pin 2): 1B 70 00 19 FA.
  if (document.opensDrawer && target.hasDrawer) encoder.pulse(0, 50, 500);
  const start = encoder.encode();

  for (const block of document.blocks) await addBlock(encoder, block, target);
  encoder.raw(END_OF_COPY);
  const copy = encoder.encode();
  return Buffer.concat([start, ...Array.from({ length: target.copies }, () => copy)]);
}

async function addBlock(encoder: ReceiptPrinterEncoder, block: RollBlock, target: EscposTarget): Promise<void> {
  const { columns } = ROLLS[target.paper];
  switch (block.kind) {
    case 'text':
      return addWords(encoder, { ...styleOf(block), text: block.text, align: block.align ?? 'left' }, target);
    case 'columns':
      return addWords(encoder, { ...styleOf(block), text: block.left, right: block.right, align: 'left' }, target);
    case 'rule':
      // Not a line of the code page: to a printer left in Chinese mode two of its bytes are a Chinese character.
      encoder.text('-'.repeat(columns)).newline();
      return;
    case 'space':
      encoder.newline();
      return;
    case 'qr': {
      addQr(encoder, block.data, target.paper);
      const caption = { text: block.caption ?? '', bold: false, large: false, align: 'center' } as const;
      return block.caption === null ? undefined : addWords(encoder, caption, target);
    }
  }
}

function styleOf({ bold = false, size = 'normal' }: { bold?: boolean; size?: 'normal' | 'large' }) {
  return { bold, large: size === 'large' };
}

async function addWords(encoder: ReceiptPrinterEncoder, words: PicturedText, target: EscposTarget): Promise<void> {
  const text = printableText(words.text);
  const right = printableText(words.right ?? '').replaceAll('\n', ' ');
  const { columns, dots } = ROLLS[target.paper];
  if (!hasLettersFor(text + right, target.hasChinese)) {
    const bitmap = await target.pictures.draw({ ...words, text, ...(right === '' ? {} : { right }) }, dots);
    for (const command of rasterCommands(bitmap)) encoder.raw(command);
    return;
  }
  const size = words.large ? 2 : 1;
  const room = Math.floor(columns / size);
  const lines = right === '' ? wrapText(text, room) : wrapBeside(text, right, room);
  encoder.bold(words.bold).size(size, size);
  for (const line of lines) addLine(encoder, words.align === 'center' ? inTheMiddle(line, room) : line);
  encoder.bold(false).size(1, 1);
}

/** The encoder prints "???" for Chinese: those characters are put between its letters as bytes. */
function addLine(encoder: ReceiptPrinterEncoder, line: string): void {
  for (const piece of piecesOf(line)) {
    if ('letters' in piece) encoder.text(piece.letters);
    else encoder.raw([...CHINESE_ON, ...piece.chinese, ...CHINESE_OFF]);
  }
  encoder.newline();
}

/** Dots to the side of one of a QR's squares, eight to the millimetre; less than usual only where it would not fit. */
const QR_SQUARE = { usual: 6, least: 3 };
/** White squares around it, by the QR's standard. */
const QR_MARGIN = 4;

/** GS ( k: the printer draws the QR itself, error correction M. */
function addQr(encoder: ReceiptPrinterEncoder, data: string, paper: RollPaper): void {
  // The encoder takes Latin-1 and has "?" for the rest; a QR's bytes are read as UTF-8.
  const bytes = Buffer.from(printableText(data), 'utf8').toString('latin1');
  const drawn = qrcode(0, 'M');
  drawn.addData(bytes, 'Byte');
  drawn.make();
  const fits = Math.floor(ROLLS[paper].dots / (drawn.getModuleCount() + 2 * QR_MARGIN));
  const size = Math.max(QR_SQUARE.least, Math.min(QR_SQUARE.usual, fits));
  encoder.align('center').qrcode(bytes, { model: 2, size, errorlevel: 'm' }).align('left');
}
