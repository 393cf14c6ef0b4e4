import type { RollBlock, RollDocument } from '../../src/shared/roll-document.ts';

/** What a reader sees of an HTML document, without the foot of the page. */
export function bodyTextOf(html: string): string {
  return html
    .replace(/^.*<body>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

/** A roll as a reader sees it, one string for each row: `LPG cylinder 14 kg`, `2 x 36.50 | 73.00`, `[QR …]`. */
export function rollRowsOf({ blocks }: RollDocument): string[] {
  return blocks.map(rowOf);
}

function rowOf(block: RollBlock): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'columns':
      return `${block.left} | ${block.right}`;
    case 'rule':
      return '---';
    case 'space':
      return '';
    case 'qr':
      return `[QR ${block.data}${block.caption === null ? '' : `: ${block.caption}`}]`;
  }
}
