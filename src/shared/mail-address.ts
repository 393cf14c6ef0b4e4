import { z } from 'zod';

/** Somebody's mailbox: the name people read, which may be empty, and the address letters go to. */
export interface Mailbox {
  name: string;
  address: string;
}

/** As the contract has it, no longer than a server must take (RFC 5321, 4.5.3.1.3). */
const address = z.email().max(254);

/** Whether it is one address and nothing else: no name, no second address, nothing that could end a line. */
export function isMailAddress(text: string): boolean {
  return address.safeParse(text).success;
}

/** Line breaks and other control characters: a mailbox has none, so that nothing can be written behind it. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** `HSH LPG <billing@hsh.example>`, with the name in quotes, so that whatever it holds stays a name in one line. */
export function writeMailbox({ name, address: to }: Mailbox): string {
  const line = name.replaceAll(CONTROL, ' ').trim();
  return line === '' ? to : `"${line.replaceAll(/["\\]/g, String.raw`\$&`)}" <${to}>`;
}

/**
 * Reads `billing@hsh.example`, `HSH LPG <billing@hsh.example>` and what {@link writeMailbox} writes. The address is
 * what stands in the last angle brackets; before them, everything is name. Null when that is not one address in one line.
 */
export function readMailbox(text: string): Mailbox | null {
  if (text.search(CONTROL) >= 0) return null;
  const whole = text.trim();
  const start = whole.endsWith('>') ? whole.lastIndexOf('<') : -1;
  const to = start < 0 ? whole : whole.slice(start + 1, -1).trim();
  if (!isMailAddress(to)) return null;
  return { name: start < 0 ? '' : withoutQuotes(whole.slice(0, start).trim()), address: to };
}

function withoutQuotes(name: string): string {
  return /^"(?:[^"\\]|\\.)*"$/su.test(name) ? name.slice(1, -1).replaceAll(/\\(.)/gsu, '$1') : name;
}
