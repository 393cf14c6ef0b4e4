/** What became of one run of a job. */
export type JobEnd =
  /** `proof`: who said so, in his own words where there are any. `isProven`: the far end said that it is done. */
  | { state: 'done'; proof: string | null; isProven?: boolean; isCopy?: boolean }
  /** Nothing came out; trying again may help. */
  | { state: 'again'; reason: string }
  /** The spooler has it and waits for something. It is asked again soon, as often as it takes. */
  | { state: 'waiting'; reason: string }
  /** Nothing came out, and trying again would not help. */
  | { state: 'failed'; reason: string }
  /** Something may have come out: a person has to look. */
  | { state: 'uncertain'; reason: string };
