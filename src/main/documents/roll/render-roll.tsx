import { type RollBlock, type RollDocument, type RollPaper } from '../../../shared/roll-document.ts';
import { renderHtmlDocument } from '../html-document.tsx';
import { QrCode, qrGridOf } from '../qr-code.tsx';
import type { DocumentOptions } from '../sheet-document.tsx';
import { copyOfRoll } from './copy-of-roll.ts';
import { rollCss } from './roll-css.ts';

/**
 * A roll document as one self-contained HTML document, to be drawn at its paper's width (`PdfRenderer.render`): black
 * on white and nothing between, for a thermal head has no grey.
 *
 * @param options.copy marks COPY at the top; for a document that `copyOfRoll` has marked already, leave it out.
 */
export function renderRoll(document: RollDocument, paper: RollPaper, { fontCss, copy }: DocumentOptions): string {
  const { title, blocks } = copy ? copyOfRoll(document) : document;
  return renderHtmlDocument({
    title,
    css: rollCss(paper),
    body: (
      <main>
        {blocks.map((block, index) => (
          <Block key={index} block={block} />
        ))}
      </main>
    ),
    fontCss,
  });
}

function Block({ block }: { block: RollBlock }) {
  switch (block.kind) {
    case 'text':
      return <p className={`${block.align ?? 'left'} ${weightOf(block)}`}>{block.text}</p>;
    case 'columns':
      return (
        <p className={`columns ${weightOf(block)}`}>
          <span>{block.left}</span> <span className="right">{block.right}</span>
        </p>
      );
    case 'rule':
      return <hr />;
    case 'space':
      return <div className="space" />;
    case 'qr':
      return <Code data={block.data} caption={block.caption} />;
  }
}

function Code({ data, caption }: { data: string; caption: string | null }) {
  const grid = qrGridOf(data);
  return (
    <figure>
      <QrCode grid={grid} widthMm={codeWidthMm(grid.size)} />
      {caption !== null && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

function weightOf({ bold, size }: { bold?: boolean; size?: 'normal' | 'large' }): string {
  return `${size ?? 'normal'}${bold === true ? ' bold' : ''}`;
}

const DOTS_PER_MM = 8;
const WIDEST_CODE_DOTS = 30 * DOTS_PER_MM;
const LARGEST_MODULE_DOTS = 6;

/** Each module is a whole number of a thermal head's dots, or the scanner sees ragged edges. */
export function codeWidthMm(modules: number): number {
  const dots = Math.min(LARGEST_MODULE_DOTS, Math.floor(WIDEST_CODE_DOTS / modules));
  return (modules * Math.max(1, dots)) / DOTS_PER_MM;
}
