/**
 * The two bytes of a character in GB18030, or `null` where it has none. Characters with four bytes count as none: many
 * Chinese ROMs hold the two-byte part only (GBK) and would print a four-byte one as rubbish.
 */
export function gbBytes(character: string): readonly [number, number] | null {
  pairs ??= readPairs();
  const pair = pairs.get(character);
  return pair === undefined ? null : [pair >> 8, pair & 0xff];
}

/** Made when the first Chinese character comes: most depots never need it. */
let pairs: ReadonlyMap<string, number> | null = null;

const LEADS = { from: 0x81, to: 0xfe };
const TRAILS = { from: 0x40, to: 0xfe };

/** The platform only decodes GB18030, so its decoder is shown every pair, each on a line of its own. */
function readPairs(): ReadonlyMap<string, number> {
  const all: number[] = [];
  const bytes: number[] = [];
  for (let lead = LEADS.from; lead <= LEADS.to; lead += 1) {
    for (let trail = TRAILS.from; trail <= TRAILS.to; trail += 1) {
      all.push((lead << 8) | trail);
      bytes.push(lead, trail, 0x0a);
    }
  }
  const found = new Map<string, number>();
  for (const [index, text] of new TextDecoder('gb18030').decode(Uint8Array.from(bytes)).split('\n').entries()) {
    const pair = all[index];
    if (pair !== undefined && isOneCharacter(text) && !found.has(text)) found.set(text, pair);
  }
  return found;
}

/** Not a replacement for an unused pair, and not from the private area, which every ROM fills as it likes. */
function isOneCharacter(text: string): boolean {
  const code = text.charCodeAt(0);
  return text.length === 1 && text !== '\ufffd' && (code < 0xe000 || code > 0xf8ff);
}
