// oxlint-disable-next-line import/no-named-as-default -- its types know the default only
import qrcode from 'qrcode-generator';
import { isWide } from '../../src/main/adapters/escpos/text.ts';
import { ROLLS, type RollPaper } from '../../src/shared/roll-document.ts';
import type { EscposCommand } from './escpos-decode.ts';

/** A printer's letter (font A) and the height of its line, in dots. */
const LETTER = { width: 12, height: 24 };
const LINE = 30;

/**
 * What comes out of the printer as an HTML page with a drawing, a dot of the printer to a pixel, for a person to look
 * at. Every letter stands in its own cell, so that what is not aligned on paper is not aligned here.
 */
export function paperHtml(
  commands: readonly EscposCommand[],
  paper: RollPaper,
  fontCss: (text: string) => string,
): string {
  const { dots } = ROLLS[paper];
  const parts: string[] = [];
  let top = 10;
  let left = 0;
  let lineHeight = LINE;

  for (const command of commands) {
    if (command.kind === 'text') {
      for (const character of command.text) {
        const cells = isWide(character) ? 2 : 1;
        const place = `translate(${left} ${top + LETTER.height * command.height}) scale(${command.width} ${command.height})`;
        const weight = command.bold ? 700 : 400;
        parts.push(
          `<text transform="${place}" ${cells === 2 ? 'class="wide" ' : ''}style="font-weight:${weight}" ` +
            `textLength="${cells * LETTER.width}" lengthAdjust="spacingAndGlyphs">${escapeXml(character)}</text>`,
        );
        left += cells * LETTER.width * command.width;
      }
      lineHeight = Math.max(lineHeight, LINE * command.height);
    } else if (command.kind === 'feed') {
      top += lineHeight + LINE * (command.lines - 1);
      left = 0;
      lineHeight = LINE;
    } else if (command.kind === 'picture') {
      const { width, height, bytes } = command.bitmap;
      parts.push(
        dotsOf(width, height, (x, y) => ((bytes[(y * width + x) >> 3] ?? 0) & (0x80 >> (x & 7))) !== 0, 0, top, 1),
      );
      top += height;
    } else if (command.kind === 'qr') {
      const qr = qrcode(0, 'M');
      qr.addData(command.data);
      qr.make();
      const size = qr.getModuleCount();
      const x = command.centred ? (dots - size * command.square) / 2 : 0;
      parts.push(dotsOf(size, size, (column, row) => qr.isDark(row, column), x, top + 12, command.square));
      top += size * command.square + 24;
    } else if (command.kind === 'cut') {
      parts.push(`<path d="M0 ${top + 60}H${dots}" stroke="#888" stroke-dasharray="8 6"/>`);
      top += 80;
    }
  }
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>paper</title><style>` +
    `${fontCss(commands.map((command) => (command.kind === 'text' ? command.text : '')).join(''))}body{margin:0}` +
    `svg{display:block}text{font:20px 'DejaVu Sans Mono','Liberation Mono',monospace}.wide{font:24px 'Noto Sans SC'}</style></head><body>` +
    `<svg xmlns="http://www.w3.org/2000/svg" width="${dots}" height="${top}" shape-rendering="crispEdges">` +
    `<rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg></body></html>`
  );
}

function dotsOf(
  width: number,
  height: number,
  isBlack: (x: number, y: number) => boolean,
  left: number,
  top: number,
  size: number,
): string {
  let path = '';
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isBlack(x, y)) path += `M${left + x * size} ${top + y * size}h${size}v${size}h-${size}z`;
    }
  }
  return `<path d="${path}"/>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
