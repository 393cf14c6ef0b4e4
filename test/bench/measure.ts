import { readFileSync } from 'node:fs';

/** One line of `npm run bench`: JSON, so that runs can be compared by a program. */
export function report(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Milliseconds of one run. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/**
 * Times two things turn by turn, so that whatever else the machine does meets both alike.
 *
 * @param settle what was started and nobody waits for, done before the next turn; not timed.
 * @returns the median of each in milliseconds, and of their ratio pair by pair.
 */
export async function interleaved(
  pairs: number,
  subject: () => unknown,
  baseline: () => unknown,
  settle: () => unknown = () => undefined,
): Promise<{ subject: number; baseline: number; ratio: number }> {
  const subjects: number[] = [];
  const baselines: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    subjects.push(await timed(subject));
    await settle();
    baselines.push(await timed(baseline));
    await settle();
  }
  return compared(subjects, baselines);
}

/** The median of each, and of their ratio pair by pair. */
export function compared(
  subjects: readonly number[],
  baselines: readonly number[],
): { subject: number; baseline: number; ratio: number } {
  const ratios = subjects.map((time, index) => time / (baselines[index] ?? Number.NaN));
  return { subject: rounded(median(subjects)), baseline: rounded(median(baselines)), ratio: rounded(median(ratios)) };
}

/**
 * What a process keeps in memory, as Linux tells it; elsewhere there is no cheap way to ask.
 *
 * @param what now, or the most it ever was
 */
export function residentMegabytes(pid: number, what: 'now' | 'most' = 'now'): number {
  const line = what === 'now' ? /^VmRSS:\s+(\d+) kB/m : /^VmHWM:\s+(\d+) kB/m;
  const [, kilobytes] = line.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
