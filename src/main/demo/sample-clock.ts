import type { Clock } from '../services/ports.ts';

/** When the sample's counter opens, at the depot. */
const OPENING = Date.parse('2026-01-20T08:00:00+08:00');
/** Long enough for a slip, and short enough for all of them to fit into opening hours and an eight-hour sign-in. */
const SLIP_MS = 5 * 60 * 1000;

export interface SampleClock extends Clock {
  /** The time at which a slip is keyed, counted from 0. */
  moveToSlip: (index: number) => void;
}

/** A clock of the sample's business day that moves with the slips only. */
export function sampleClock(): SampleClock {
  let time = OPENING;
  return {
    now: () => new Date(time),
    moveToSlip(index) {
      time = OPENING + index * SLIP_MS;
    },
  };
}
