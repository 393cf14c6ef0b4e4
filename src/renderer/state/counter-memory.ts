import { z } from 'zod';

/**
 * What this counter's computer remembers between two starts of the page, the same in all its windows: that it is locked,
 * when somebody last touched it, and who works at it. No secrets, and nothing of what was typed.
 */

const LOCKED = 'depot.locked';
const TOUCHED = 'depot.touched';
const PEOPLE = 'depot.people';

const MOST_PEOPLE = 6;
/** Written this often at most, in milliseconds. */
const TOUCH_EVERY = 2_000;

const person = z.object({ username: z.string(), fullName: z.string() });
export type Person = z.infer<typeof person>;

export function isLockedHere(): boolean {
  return localStorage.getItem(LOCKED) !== null;
}

export function rememberLock(isLocked: boolean): void {
  if (isLocked) localStorage.setItem(LOCKED, 'yes');
  else localStorage.removeItem(LOCKED);
}

/** Another window was locked or unlocked. */
export function onLockElsewhere(listener: (isLocked: boolean) => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === LOCKED) listener(newValue !== null);
  });
}

/** Somebody is there. */
export function touch(now: number): void {
  if (now - (lastTouched() ?? 0) >= TOUCH_EVERY) localStorage.setItem(TOUCHED, String(now));
}

/** When somebody was last there, in milliseconds; `null` when that was never written down. */
export function lastTouched(): number | null {
  const written = localStorage.getItem(TOUCHED);
  return written === null ? null : Number(written);
}

/** Who worked here, the last one first. */
export function peopleHere(): Person[] {
  try {
    return z.array(person).parse(JSON.parse(localStorage.getItem(PEOPLE) ?? '[]'));
  } catch {
    return [];
  }
}

export function rememberPerson({ username, fullName }: Person): void {
  const others = peopleHere().filter((other) => other.username !== username);
  localStorage.setItem(PEOPLE, JSON.stringify([{ username, fullName }, ...others].slice(0, MOST_PEOPLE)));
}
