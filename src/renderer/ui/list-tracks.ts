/** What a column without a width must have, at least, and what else a row needs; as data-list.module.css has it. */
const LEAST = 90;
/** The track of a column that says nothing of its width. */
export const FREE = `minmax(${LEAST}px, 1fr)`;
export const GAP = 20;
const PADDING = 36;

/** What a row takes at least, in pixels; a list that has less scrolls sideways. */
export function widthOf(widths: readonly (string | undefined)[]): number {
  const sum = widths.reduce((total, width) => total + leastOf(width), 0);
  return sum + GAP * Math.max(0, widths.length - 1) + PADDING;
}

/** The first number of a track is the least it takes: `90px`, `minmax(150px, 1fr)`. */
function leastOf(track = ''): number {
  return Number(/\d+/.exec(track)?.[0] ?? LEAST);
}
