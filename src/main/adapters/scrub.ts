/** As much of an error as may be kept: what it is, what it says, where it happened. */
export interface ScrubbedError {
  name: string;
  code?: string;
  message: string;
  frames?: string[];
  cause?: ScrubbedError;
}

const LONGEST_TEXT = 2_000;
const MOST_FRAMES = 30;
const DEEPEST_CAUSE = 4;
const LEFT_OUT = '[…]';

/**
 * What must not lie in a log whatever an error says: drizzle puts a statement's parameters into its message, SQLite what
 * a trigger says, JSON.parse the text it was given.
 */
const NEVER_KEPT: readonly RegExp[] = [
  // A statement's parameters, to the end.
  /\bparams: [^]*$/,
  // What could not be parsed.
  /(?<=Unexpected [^]{0,40})"[^]*(?= is not valid JSON)/,
  // Mail addresses, also in an address bar.
  /[^\s@"'`<>(),;=]+(?:@|%40)[^\s@"'`<>(),;=]+/g,
  // Hashes of passwords and PINs, and tokens.
  /\bscrypt\$\S+/g,
  /\beyJ[\w-]{8,}[\w.-]*/g,
];

/** @param secrets texts that must not be kept, wherever they stand */
export function scrubText(text: string, secrets: readonly string[] = []): string {
  let scrubbed = text;
  // The longest first: a PIN may be the beginning of a password.
  for (const secret of secrets.toSorted((a, b) => b.length - a.length)) {
    if (secret !== '') scrubbed = scrubbed.replaceAll(secret, LEFT_OUT);
  }
  scrubbed = scrubbed.slice(0, LONGEST_TEXT);
  for (const pattern of NEVER_KEPT) scrubbed = scrubbed.replace(pattern, LEFT_OUT);
  return scrubbed;
}

/** An error without the properties that libraries hang on it (queries, parameters, inputs). */
export function scrubError(error: unknown, secrets: readonly string[] = [], depth = 0): ScrubbedError {
  if (!(error instanceof Error)) return { name: typeof error, message: scrubText(String(error), secrets) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const { cause } = error;
  return {
    name: scrubText(error.name, secrets),
    ...(code === null ? {} : { code: scrubText(code, secrets) }),
    message: scrubText(error.message, secrets),
    frames: framesOf(error).map((frame) => scrubSecrets(frame, secrets)),
    ...(cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: scrubError(cause, secrets, depth + 1) }),
  };
}

/** The places of the stack, without the message before them, which may look like one. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  const places = start < 0 ? stack : stack.slice(start + message.length);
  const lines = places.split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('at ')).slice(0, MOST_FRAMES);
}

/** Places are full of `@` from package names: only what is known to be secret is taken out. */
function scrubSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => (secret === '' ? left : left.replaceAll(secret, LEFT_OUT)), text);
}
