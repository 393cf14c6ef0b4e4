import type { JobFlag, QueueFlag } from './flags.ts';

/** What is wrong with a printer and what to do about it; the gravest first. */
const TROUBLES: readonly (readonly [flag: (JobFlag & QueueFlag) | QueueFlag | JobFlag, words: string])[] = [
  ['dooropen', 'is open: close its covers.'],
  ['paperjam', 'has jammed paper: take it out and close the printer.'],
  ['paperout', 'is out of paper: put paper in.'],
  ['paperproblem', 'has trouble with its paper: put it in again.'],
  ['notoner', 'is out of ink or toner: change it.'],
  ['outputbinfull', 'has no room for more paper: empty its output.'],
  ['offline', 'is offline: see that it is switched on and connected.'],
  ['notavailable', 'cannot be reached: see that it is switched on and connected.'],
  ['userintervention', 'needs somebody: look at its display and lights.'],
  ['blocked', 'cannot print this document with its driver: print it on another printer.'],
  ['error', 'has an error: look at its display and lights, then at its queue in Windows.'],
  ['paused', 'is paused: let it go on in its queue in Windows.'],
];

/** A printer's trouble as a sentence, or `null`. */
export function troubleWords(queue: string, flags: ReadonlySet<JobFlag | QueueFlag>): string | null {
  const words = TROUBLES.find(([flag]) => flags.has(flag))?.[1];
  return words === undefined ? null : `“${queue}” ${words}`;
}
