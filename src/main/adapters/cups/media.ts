import type { PageSize } from '../pdf-page-size.ts';

/**
 * The paper to ask CUPS for, so that a page cut to its content's height is neither turned, scaled nor cut off.
 *
 * @param offered the queue's `media-supported`: names that end in their size (PWG 5101.1).
 * @returns a name out of `offered` when one has the page's size; else a size of its own where the printer takes any; else
 *   the shortest roll in `offered` that holds the page.
 */
export function mediaFor({ widthMm, heightMm }: PageSize, offered: readonly string[]): string {
  const sizes = offered.flatMap((name) => sizeOf(name) ?? []);
  const fixed = sizes.filter(({ name }) => !isLimit(name));
  const same = fixed.find((size) => near(size.widthMm, widthMm) && near(size.heightMm, heightMm));
  if (same !== undefined) return same.name;
  const custom = `Custom.${figure(widthMm)}x${figure(heightMm)}mm`;
  const least = sizes.find(({ name }) => name.startsWith('custom_min_'));
  const most = sizes.find(({ name }) => name.startsWith('custom_max_'));
  if (least !== undefined && most !== undefined) {
    const fits = (value: number, from: number, to: number) =>
      value >= from - TOLERANCE_MM && value <= to + TOLERANCE_MM;
    if (fits(widthMm, least.widthMm, most.widthMm) && fits(heightMm, least.heightMm, most.heightMm)) return custom;
  }
  const longer = fixed
    .filter((size) => near(size.widthMm, widthMm) && size.heightMm > heightMm)
    .toSorted((one, other) => one.heightMm - other.heightMm);
  return longer[0]?.name ?? custom;
}

const TOLERANCE_MM = 1;
const INCH_MM = 25.4;

interface NamedSize extends PageSize {
  name: string;
}

function isLimit(name: string): boolean {
  return /^custom_(min|max)_/.test(name);
}

/** "om_roll80_80x200mm", "na_letter_8.5x11in"; `null` for old names without a size. */
function sizeOf(name: string): NamedSize | null {
  const [, width, height, unit] = /_([\d.]+)x([\d.]+)(mm|in)$/.exec(name) ?? [];
  if (width === undefined || height === undefined) return null;
  const scale = unit === 'in' ? INCH_MM : 1;
  return { name, widthMm: Number(width) * scale, heightMm: Number(height) * scale };
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE_MM;
}

function figure(mm: number): string {
  return String(Math.round(mm * 100) / 100);
}
