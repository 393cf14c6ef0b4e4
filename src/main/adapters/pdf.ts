import { MachineError } from '../../shared/errors.ts';

/**
 * Turns a complete HTML document into a PDF. The paper's size comes from the document's own `@page`.
 * Nothing in the document is trusted: no script runs and nothing is fetched.
 */
export interface PdfRenderer {
  /**
   * @param roll for paper from a roll: the one page is so wide, and as high as the content instead of `@page`.
   * @throws PdfTimeoutError when the engine does not answer in time.
   */
  render(html: string, roll?: { widthMm: number }): Promise<Uint8Array>;
  /**
   * A document as PNG, `width` pixels wide and as high as its content, for printers that take no PDF.
   *
   * @throws PdfTimeoutError
   */
  picture(html: string, width: number): Promise<Uint8Array>;
  /** Gives back all it holds; does nothing when it never rendered. */
  close(): Promise<void>;
}

/** The engine hung: the job that asked may try again, with a fresh engine. */
export class PdfTimeoutError extends MachineError {
  override name = 'PdfTimeoutError';

  constructor(timeoutMs: number) {
    super(`The document was not rendered within ${timeoutMs / 1000} seconds.`);
  }
}
