/** A page cut from a roll, in millimetres. */
export interface RollPage {
  widthMm: number;
  heightMm: number;
}

const CSS_PX_PER_MM = 96 / 25.4;

/** A page exactly as high as its content is at times followed by an empty one. */
const SPARE_MM = 2;

/** The width in whole CSS pixels at which a roll's content is measured; rounded down, it never measures too little. */
export function rollWidthInPx(widthMm: number): number {
  return Math.floor(widthMm * CSS_PX_PER_MM);
}

/** The page for content that is so many CSS pixels high. Always higher than wide: a driver turns what is not. */
export function rollPageOf(widthMm: number, contentPx: number): RollPage {
  return { widthMm, heightMm: Math.max(Math.ceil(contentPx / CSS_PX_PER_MM) + SPARE_MM, widthMm + 1) };
}
