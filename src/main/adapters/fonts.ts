import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const fontIndex = z.array(
  z.object({ family: z.string(), weight: z.number(), unicodeRange: z.string(), file: z.string() }),
);

type FontFace = z.infer<typeof fontIndex>[number] & { covers: (codePoint: number) => boolean };

export interface Fonts {
  /**
   * `@font-face` rules, with the fonts inlined as data: URIs, for the characters of a text: about 3 of the 200 slices.
   * A character that no bundled family covers is left to the machine's own fonts.
   */
  cssFor(text: string): string;
}

/**
 * The fonts in a folder made by `scripts/copy-fonts.mjs`. Slices are read when first needed and then kept.
 *
 * @throws when the folder has no readable index: the program was built without its fonts.
 */
export function openFonts(dir: string): Fonts {
  const index: unknown = JSON.parse(readFileSync(path.join(dir, 'index.json'), 'utf8'));
  const faces = fontIndex.parse(index).map((face) => ({ ...face, covers: coverageOf(face.unicodeRange) }));
  const rules = new Map<FontFace, string>();

  const ruleFor = (face: FontFace): string => {
    const known = rules.get(face);
    if (known !== undefined) return known;
    const rule = fontFaceRule(face, readFileSync(path.join(dir, face.file)).toString('base64'));
    rules.set(face, rule);
    return rule;
  };

  return {
    cssFor(text) {
      const needed = new Set<FontFace>();
      for (const character of new Set(text)) {
        for (const face of facesOf(character, faces)) needed.add(face);
      }
      return faces
        .filter((face) => needed.has(face))
        .map(ruleFor)
        .join('\n');
    },
  };
}

/** Only the first family of the stack that has the character: the Chinese slices repeat the Latin letters. */
function facesOf(character: string, faces: FontFace[]): FontFace[] {
  const codePoint = character.codePointAt(0) ?? 0;
  const family = faces.find((face) => face.covers(codePoint))?.family;
  return faces.filter((face) => face.family === family && face.covers(codePoint));
}

/** Reads CSS `unicode-range`: `U+0000-00FF,U+0131`. */
function coverageOf(unicodeRange: string): (codePoint: number) => boolean {
  const ranges = unicodeRange.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

function fontFaceRule(face: FontFace, base64: string): string {
  return (
    `@font-face{font-family:'${face.family}';font-style:normal;font-weight:${face.weight};` +
    `src:url(data:font/woff2;base64,${base64}) format('woff2');unicode-range:${face.unicodeRange}}`
  );
}
