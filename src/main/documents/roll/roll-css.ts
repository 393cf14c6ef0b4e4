import type { RollPaper } from '../../../shared/roll-document.ts';
import { FONT_STACK } from '../sheet.ts';

/** What a thermal head reaches of the paper's width, and the letter that suits it. */
const PRINTABLE = {
  ROLL80: { widthMm: 72, size: '9.5pt', large: '12.5pt' },
  ROLL58: { widthMm: 48, size: '8.5pt', large: '11pt' },
} as const;

/** CSS of a roll: the paper's size is given when it is drawn, because its height follows the content. */
export function rollCss(paper: RollPaper): string {
  const { widthMm, size, large } = PRINTABLE[paper];
  return `
@page { margin: 0; }
* { box-sizing: border-box; }
body {
  width: ${widthMm}mm;
  margin: 0 auto;
  padding: 3mm 0 1mm;
  background: #fff;
  color: #000;
  font: 400 ${size}/1.4 ${FONT_STACK};
  font-variant-ligatures: none;
  overflow-wrap: anywhere;
}
p, figure { margin: 0; }
p { white-space: pre-line; }
.center, figcaption { text-align: center; text-wrap: balance; }
.bold { font-weight: 600; }
.large { font-size: ${large}; line-height: 1.3; }
.columns { display: flex; justify-content: space-between; align-items: last baseline; gap: 3mm; }
.columns > :first-child { min-width: 0; }
.right { flex: none; white-space: nowrap; font-variant-numeric: tabular-nums; }
.columns.large { margin: 1mm 0; }
/* What is sold next begins after the figure of what was sold before. */
.columns + .left { margin-top: 1mm; }
hr { margin: 2mm 0; border: 0; border-top: 0.25mm solid #000; }
.space { height: 3mm; }
figure { margin: 4mm 0; text-align: center; }
.qr { display: block; margin: 0 auto; }
figcaption { margin-top: 2mm; }
`;
}
