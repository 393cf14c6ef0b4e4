const SECRET_FIELD = /password|pin$|token|refresh|access|e-?mail/i;
/** Shorter ones would take every other letter of a message out; a PIN has four digits. */
const SHORTEST = 4;
const LONGEST = 2_000;
const MOST = 200;
const DEEPEST = 6;

/** The texts of a call that no log may hold, wherever an error repeats them: passwords, PINs, tokens, mail addresses. */
export function secretsOf(input: unknown, token: string | null): string[] {
  const found = new Set<string>(token === null ? [] : [token]);
  collect(input, false, 0, found);
  return [...found];
}

function collect(value: unknown, isSecret: boolean, depth: number, found: Set<string>): void {
  if (found.size >= MOST || depth > DEEPEST) return;
  if (typeof value === 'string') {
    if (isSecret && value.length >= SHORTEST && value.length <= LONGEST) found.add(value);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [field, inner] of Object.entries(value)) {
    collect(inner, isSecret || SECRET_FIELD.test(field), depth + 1, found);
  }
}
