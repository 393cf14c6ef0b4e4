/**
 * Turns a complete HTML document into a PDF. The paper's size comes from the document's own `@page`.
 * Nothing in the document is trusted: no script runs and nothing is fetched.
 */
export interface PdfRenderer {
  /** @throws PdfTimeoutError when the engine does not answer in time. */
  render(html: string): Promise<Uint8Array>;
  /** Gives back all it holds; does nothing when it never rendered. */
  close(): Promise<void>;
}

/** The engine hung: the job that asked may try again, with a fresh engine. */
export class PdfTimeoutError extends Error {
  override name = 'PdfTimeoutError';

  constructor(timeoutMs: number) {
    super(`The document was not rendered within ${timeoutMs / 1000} seconds.`);
  }
}
