const SECRET_FIELD = /password|pin$|token|refresh|access|e-?mail|privatekey|passphrase|secret/i;
/** Shorter ones would take every other letter of a message out; a PIN has four digits. */
const SHORTEST = 4;
const LONGEST = 2_000;
const MOST = 200;
const DEEPEST = 6;
/** An input may be a hundred million things: one list in it again and again. */
const LOOKED_AT = 50_000;

/** The texts of a call that no log may hold, wherever an error repeats them: passwords, PINs, tokens, mail addresses. */
export function secretsOf(input: unknown, token: string | null): string[] {
  const search = { found: new Set<string>(token === null ? [] : [token]), left: LOOKED_AT };
  collect(input, false, 0, search);
  return [...search.found];
}

interface Search {
  found: Set<string>;
  /** How many more values are looked at. */
  left: number;
}

function collect(value: unknown, isSecret: boolean, depth: number, search: Search): void {
  const { found } = search;
  search.left -= 1;
  if (search.left < 0 || found.size >= MOST || depth > DEEPEST) return;
  if (typeof value === 'string') {
    if (isSecret && value.length >= SHORTEST && value.length <= LONGEST) found.add(value);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [field, inner] of Object.entries(value)) {
    if (search.left < 0) return;
    collect(inner, isSecret || SECRET_FIELD.test(field), depth + 1, search);
  }
}
