/** The figures at an axis, from the lowest to the highest; zero is always among them. */
export interface Axis {
  ticks: readonly number[];
  min: number;
  max: number;
}

const STEPS = [1, 2, 2.5, 5, 10] as const;

/**
 * An axis in round figures that holds all values and zero: `[0, 37]` → 0, 10, 20, 30, 40.
 *
 * @param most how many steps there may be from end to end.
 * @param smallest the least step that makes sense: 1 where only whole things are counted.
 */
export function niceAxis(values: readonly number[], most = 4, smallest = 0): Axis {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = Math.max(roundStep((high - low) / most), smallest) || 1;
  // A value a hair above a tick would otherwise get a step more than it needs.
  const below = Math.floor(low / step + 1e-9);
  const above = Math.max(Math.ceil(high / step - 1e-9), below === 0 ? 1 : 0);
  const ticks = Array.from({ length: above - below + 1 }, (_, index) => roundTo(step, (below + index) * step));
  return { ticks, min: below * step, max: above * step };
}

/** The next of 1, 2, 2.5, 5, 10, 20 … that is not smaller. */
function roundStep(least: number): number {
  if (least <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = STEPS.find((candidate) => candidate >= least / power - 1e-9) ?? 10;
  return factor * power;
}

/** 0.1 + 0.2 is 0.3 at an axis in tenths. */
function roundTo(step: number, value: number): number {
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(step)));
  return Number(value.toFixed(Math.min(decimals, 20)));
}

/** Where a value of an axis stands between two ends; the first end is the axis' lowest value. */
export function along({ min, max }: Axis, from: number, to: number): (value: number) => number {
  const span = max - min || 1;
  return (value) => from + ((value - min) / span) * (to - from);
}

/**
 * Which of so many labels in a row have room: every one, every second …, and always the last, which is now.
 *
 * @param room for one label, in pixels.
 */
export function labelsWithRoom(count: number, width: number, room: number): boolean[] {
  const every = Math.max(1, Math.ceil((count * room) / Math.max(width, 1)));
  return Array.from({ length: count }, (_, index) => (count - 1 - index) % every === 0);
}

/** Parts on top of each other: those above zero go up from it, those below go down. */
export function stacked(parts: readonly number[]): { part: number; from: number; to: number }[] {
  let up = 0;
  let down = 0;
  return parts.map((value, part) => {
    const from = value < 0 ? down : up;
    const to = from + value;
    if (value < 0) down = to;
    else up = to;
    return { part, from, to };
  });
}

/** How high and how low a stack of parts reaches. */
export function reachOf(parts: readonly number[]): [low: number, high: number] {
  const ends = stacked(parts).map(({ to }) => to);
  return [Math.min(0, ...ends), Math.max(0, ...ends)];
}
