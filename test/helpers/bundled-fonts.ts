import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { copyFonts } from '../../scripts/copy-fonts.mjs';
import { openFonts, type Fonts } from '../../src/main/adapters/fonts.ts';

/** The fonts as the build puts them beside the program, in a folder of their own until `remove` is called. */
export function bundledFonts(): Fonts & { dir: string; remove: () => void } {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'depot-fonts-'));
  copyFonts(dir);
  return { ...openFonts(dir), dir, remove: () => rmSync(dir, { recursive: true }) };
}
