const COLOURS = 5;

/** The colour of a series; after the last one they start again. */
export function colourOf(series: number, colours?: readonly number[]): string {
  const place = colours?.[series] ?? series;
  return `var(--chart-${(place % COLOURS) + 1})`;
}
