/** Bytes in UTF-8; the file systems in use allow 255, and a temporary name is longer than the final one. */
const LONGEST = 200;

/** Device names of Windows, with or without an extension. */
const RESERVED = /^(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\.|$)/i;

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f]/g;

/**
 * A name that is a file's on Windows, Linux and macOS alike: forbidden characters become `_`, reserved names get one
 * in front, dots and spaces at the end go, and what is too long is cut before its extension.
 */
export function safeFileName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replaceAll(FORBIDDEN, '_')
    .trim()
    .replace(/[. ]+$/, '');
  if (clean === '') return '_';
  const free = RESERVED.test(clean) ? `_${clean}` : clean;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(free)?.[0] ?? '';
  return shorten(free.slice(0, free.length - extension.length), LONGEST - extension.length) + extension;
}

function shorten(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    kept += character;
  }
  return kept.trimEnd();
}
