/** Black and white dots, as a till printer burns them. */
export interface Bitmap {
  /** In dots. */
  width: number;
  height: number;
  /** Row by row, each padded to whole bytes; the leftmost dot is the highest bit, and a set bit is black. */
  bytes: Uint8Array;
}

/** A printer holds a picture's rows in memory before it prints them: the smallest hold a few hundred. */
const ROWS_AT_ONCE = 240;

/** GS v 0 (print raster bit image), as often as the height needs. The paper is fed by the picture's own height. */
export function rasterCommands({ width, height, bytes }: Bitmap): Uint8Array[] {
  const rowBytes = Math.ceil(width / 8);
  const commands: Uint8Array[] = [];
  for (let top = 0; top < height; top += ROWS_AT_ONCE) {
    const rows = Math.min(ROWS_AT_ONCE, height - top);
    const dots = withoutRealTimeCommands(bytes.subarray(top * rowBytes, (top + rows) * rowBytes));
    commands.push(Uint8Array.of(0x1d, 0x76, 0x30, 0, rowBytes & 0xff, rowBytes >> 8, rows & 0xff, rows >> 8, ...dots));
  }
  return commands;
}

/**
 * A printer looks for DLE EOT (10 04), DLE ENQ (10 05) and DLE DC4 (10 14, which opens the drawer) in everything it
 * receives, dots included. One more black dot beside the one of a 10 keeps them out.
 */
function withoutRealTimeCommands(dots: Uint8Array): Uint8Array {
  return dots.map((byte, index) => (byte === 0x10 && isRealTime(dots[index + 1]) ? 0x18 : byte));
}

function isRealTime(second: number | undefined): boolean {
  return second === 0x04 || second === 0x05 || second === 0x14;
}
