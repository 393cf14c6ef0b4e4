/** A try that did not bring a bundle there, in words for whoever looks: what is wrong, and what to do. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered';
  /** Whether a later try may do better by itself. */
  readonly retry: boolean;

  constructor(reason: string, retry = true) {
    super(reason);
    this.retry = retry;
  }
}

/** Something else has the bundle's name where it is to go. */
export function otherBytes(name: string, where: string): Undelivered {
  return new Undelivered(
    `Another ${name} with other bytes lies in ${where}, and was left alone: find out where it is from, have it moved away, then send this one again.`,
    false,
  );
}

/** The code of a system's or protocol's error, `''` when it has none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' || typeof error.code === 'number' ? String(error.code) : '';
}

const LONGEST_WORDS = 300;

/** What a far end says, in one line and without signs that would turn a screen around. */
export function farWords(text: string): string {
  const words = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)}…` : words;
}
