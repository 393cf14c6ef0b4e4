import type { HttpContext } from './types.ts';

/** The other end of the socket, never a header: a header says what its sender likes. */
export function remoteAddressOf(c: HttpContext): string | null {
  return c.env.incoming?.socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, '') ?? null;
}

/**
 * The counter a call comes from, for throttling wrong PINs: its address. A name the caller may choose would give him five
 * new tries with every new name; a device of its own comes with pairing.
 */
export function deviceOf(c: HttpContext): string {
  return remoteAddressOf(c) ?? 'unknown';
}
