/**
 * A document for a till's paper roll, as rows rather than as a page: one description from which the roll's PDF and the
 * bytes of a text printer are both made, so that they say the same.
 */
export interface RollDocument {
  /** For the spooler's list and the PDF's title: "Receipt RCT-KB1-2026-000123". */
  title: string;
  blocks: readonly RollBlock[];
  /** Cash was taken: the drawer is opened where one hangs on the printer. */
  opensDrawer: boolean;
}

export type RollBlock =
  | { kind: 'text'; text: string; align?: 'left' | 'center'; size?: 'normal' | 'large'; bold?: boolean }
  /** Words on the left, which may wrap, and a figure on the right, which may not. */
  | { kind: 'columns'; left: string; right: string; bold?: boolean; size?: 'normal' | 'large' }
  | { kind: 'rule' }
  | { kind: 'space' }
  /** Read by a phone or by the counter's scanner. */
  | { kind: 'qr'; data: string; caption: string | null };

/** Widths of rolls in millimetres, and how many characters a text printer sets in one line of them. */
export const ROLLS = {
  ROLL80: { widthMm: 80, columns: 48, dots: 576 },
  ROLL58: { widthMm: 58, columns: 32, dots: 384 },
} as const;
export type RollPaper = keyof typeof ROLLS;

export const PAPERS = ['A4', 'A5', 'ROLL80', 'ROLL58'] as const;
export type Paper = (typeof PAPERS)[number];

export function isRoll(paper: Paper): paper is RollPaper {
  return Object.hasOwn(ROLLS, paper);
}
