/** A key as the reader sees it. */
export interface Stroke {
  /** `KeyboardEvent.key`. */
  key: string;
  /** When the computer took it from the keyboard, in milliseconds. */
  at: number;
  /** With Ctrl, Alt or the Windows key: no code has those. */
  isChord: boolean;
}

/**
 * What to do with a key: let it through; keep it back, because it most likely belongs to a code; or take the whole code,
 * which this Enter ends.
 */
export type Verdict = { kind: 'pass' } | { kind: 'keep' } | { kind: 'scan'; code: string };

/** A scanner sends a key every 1 to 20 ms. Nobody types four keys and Enter at 30 ms each, however fast two may follow. */
const MEAN_GAP = 30;
/** A busy computer may stretch one gap of a code. */
const LONGEST_GAP = 60;
/** Fewer characters are no code. */
const SHORTEST = 4;
/** The first two go through: two keys that follow fast are a fast hand's, and nobody's hand should wait. */
const LET_THROUGH = 2;

const PASS: Verdict = { kind: 'pass' };
const KEEP: Verdict = { kind: 'keep' };

/** Tells a barcode scanner, which is a keyboard to the computer, from a hand: by its pace, whatever has the focus. */
export class ScanReader {
  #code = '';
  #first = 0;
  #last = Number.NEGATIVE_INFINITY;

  /** When the code that is being read began. */
  get startedAt(): number {
    return this.#first;
  }

  /** Whether this key began anew: what came before it does not belong to it. */
  get isFresh(): boolean {
    return this.#code.length <= 1;
  }

  read({ key, at, isChord }: Stroke): Verdict {
    // Capital letters come with it.
    if (key === 'Shift') return PASS;
    const follows = at - this.#last <= LONGEST_GAP && this.#code !== '';
    if (isChord || (key.length > 1 && key !== 'Enter')) return this.#forget();
    if (key === 'Enter') {
      const code = this.#code;
      const isScan = follows && code.length >= SHORTEST && this.#isFast(at, code.length);
      this.#forget();
      return isScan ? { kind: 'scan', code } : PASS;
    }
    if (!follows) {
      this.#code = '';
      this.#first = at;
    }
    this.#code += key;
    this.#last = at;
    const gaps = this.#code.length - 1;
    return this.#code.length > LET_THROUGH && this.#isFast(at, gaps) ? KEEP : PASS;
  }

  #isFast(at: number, gaps: number): boolean {
    return at - this.#first <= gaps * MEAN_GAP;
  }

  #forget(): Verdict {
    this.#code = '';
    return PASS;
  }
}
