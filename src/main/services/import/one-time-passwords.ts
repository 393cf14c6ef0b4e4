import { randomInt } from 'node:crypto';
import type { Passwords } from '../ports.ts';

/** Without those that look or sound alike: it is read from one screen, or aloud, and typed at another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** Such as `kfm7-q2tz-9xhw`: 59 bits, which no guessing reaches before its user has changed it. */
export function oneTimePassword(): string {
  return Array.from({ length: GROUPS }, randomGroup).join('-');
}

function randomGroup(): string {
  return Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

export interface OneTimeSecrets {
  /** By user name; goes to the person who imports and nowhere else. */
  passwords: Map<string, string>;
  hashes: Map<string, string>;
}

/** A password for each user, and its hash, which takes a while on purpose. */
export async function oneTimeSecrets(usernames: readonly string[], hasher: Passwords): Promise<OneTimeSecrets> {
  const passwords = new Map(usernames.map((username) => [username, oneTimePassword()]));
  const hashes = new Map(
    await Promise.all(
      [...passwords].map(async ([username, password]) => [username, await hasher.hash(password)] as const),
    ),
  );
  return { passwords, hashes };
}
