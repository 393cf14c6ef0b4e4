/** What a till printer sends back. */
export type PrinterAnswer =
  /** One byte for each DLE EOT n, in the order of asking; its bits depend on n. */
  | { kind: 'state'; byte: number }
  /** For GS r 1: every byte before it was worked off; its bits tell about the paper. */
  | { kind: 'worked-off'; byte: number }
  /** For GS ( H: everything before it was printed. */
  | { kind: 'process-id'; id: string };

/** GS ( H answers with 37 22, the four characters of the id, 00. Other blocks begin with 37, too, and end with 00. */
const BLOCK_START = 0x37;
const PROCESS_ID = 0x22;

/** Bytes after the first of an Automatic Status Back, which some printers send unasked whenever their state changes. */
const AUTOMATIC_REST = 3;

/**
 * Reads a printer's answers from the pieces in which they come. Which command a byte answers is told by its fixed bits,
 * as in the "differentiating" tables of Epson's command reference; what fits none (XON, XOFF, noise) is left out.
 */
export function createAnswerReader(): (bytes: Uint8Array) => PrinterAnswer[] {
  let block: number[] | null = null;
  let toSkip = 0;

  const readByte = (byte: number): PrinterAnswer | null => {
    if (block !== null) {
      if (byte !== 0) {
        block.push(byte);
        return null;
      }
      const [identifier, ...id] = block;
      block = null;
      return identifier === PROCESS_ID ? { kind: 'process-id', id: String.fromCharCode(...id) } : null;
    }
    if (toSkip > 0) {
      toSkip -= 1;
      return null;
    }
    if (byte === BLOCK_START) block = [];
    // 0xx1 xx00
    else if ((byte & 0x93) === 0x10) toSkip = AUTOMATIC_REST;
    // 0xx1 xx10
    else if ((byte & 0x93) === 0x12) return { kind: 'state', byte };
    // 0xx0 xxxx
    else if ((byte & 0x90) === 0x00) return { kind: 'worked-off', byte };
    return null;
  };

  return (bytes) => [...bytes].map(readByte).filter((answer) => answer !== null);
}
