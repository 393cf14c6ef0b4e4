import type { MailServer } from './mailer.ts';

const LONGEST_WORDS = 400;
const LEFT_OUT = '[…]';

/** A text that cannot end a line: line breaks and other control characters become spaces. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/**
 * A mail server's own words, for a person and for the books: the lines of its answer as one, its code once, nothing of
 * the password in any form the server was given it, and no signs that would turn the rest of a screen around.
 */
export function serverWords(answer: string, server: MailServer): string {
  const [first = '', ...rest] = answer.split(/\r?\n/);
  // "550-5.1.1 No such", "550 5.1.1 person": each line repeats the code.
  const lines = [first.replace(/^(\d{3})-/, '$1 '), ...rest.map((line) => line.replace(/^\d{3}[- ]/, ''))];
  const words = lines.join(' ').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ');
  const clean = secretsOf(server)
    .reduce((left, secret) => left.replaceAll(secret, LEFT_OUT), words)
    .trim();
  return clean.length > LONGEST_WORDS ? `${clean.slice(0, LONGEST_WORDS)}…` : clean;
}

/** The password as it is and as it is sent (RFC 4616 and the older LOGIN). */
function secretsOf({ user, password }: MailServer): string[] {
  if (password === null || password === '') return [];
  const sent = [`\0${user ?? ''}\0${password}`, password].map((text) => Buffer.from(text).toString('base64'));
  return [...sent, password];
}
