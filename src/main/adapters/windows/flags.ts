/** Bits of a job's state (winspool.h), under the names that PowerShell prints for them. */
const JOB_BITS = {
  paused: 0x1,
  error: 0x2,
  deleting: 0x4,
  spooling: 0x8,
  printing: 0x10,
  offline: 0x20,
  paperout: 0x40,
  printed: 0x80,
  deleted: 0x100,
  blocked: 0x200,
  userintervention: 0x400,
  restarting: 0x800,
  /** Sent to the printer to the last byte; printed or not. */
  complete: 0x1000,
} as const;
export type JobFlag = keyof typeof JOB_BITS;

const QUEUE_BITS = {
  paused: 0x1,
  error: 0x2,
  paperjam: 0x8,
  paperout: 0x10,
  paperproblem: 0x40,
  offline: 0x80,
  outputbinfull: 0x800,
  notavailable: 0x1000,
  notoner: 0x40000,
  userintervention: 0x100000,
  dooropen: 0x400000,
} as const;
export type QueueFlag = keyof typeof QUEUE_BITS;

/** A job's state as PowerShell gives it: a number, or names such as "Error, Printing". */
export function jobFlags(status: string): Set<JobFlag> {
  return flagsIn(status, JOB_BITS);
}

/** A queue's state, likewise. */
export function queueFlags(status: string): Set<QueueFlag> {
  return flagsIn(status, QUEUE_BITS);
}

function flagsIn<Flag extends string>(status: string, bits: Readonly<Record<Flag, number>>): Set<Flag> {
  const names = Object.keys(bits) as Flag[];
  const number = /^\d+$/.test(status.trim()) ? Number(status) : null;
  const named = new Set(status.split(',').map((name) => name.toLowerCase().replaceAll(/[^a-z]/g, '')));
  return new Set(
    names.filter((name) => (number === null ? named.has(name) : Math.floor(number / bits[name]) % 2 === 1)),
  );
}
