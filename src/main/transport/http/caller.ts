import type { HttpContext } from './types.ts';

const DEVICE = /^[\w.-]{1,64}$/;

/** The other end of the socket, never a header: a header says what its sender likes. */
export function remoteAddressOf(c: HttpContext): string | null {
  return c.env.incoming?.socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, '') ?? null;
}

/**
 * The counter a call comes from, for throttling wrong PINs. `X-Depot-Device` tells apart counters behind one address; it is
 * added to the address and never replaces it, or anyone could lock out the clerks of another counter in its name.
 */
export function deviceOf(c: HttpContext): string {
  const address = remoteAddressOf(c) ?? 'unknown';
  const device = c.req.header('x-depot-device') ?? '';
  return DEVICE.test(device) ? `${address} ${device}` : address;
}
