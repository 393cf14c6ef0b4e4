/**
 * An address as on an envelope: what was typed, then `Singapore 416180` on a line of its own, unless the typed
 * address already holds the postal code.
 */
export function addressLines(address: string, postalCode: string): string[] {
  const typed = address.trim();
  if (postalCode === '' || typed.includes(postalCode)) return typed.split('\n');
  const street = typed.replace(/[\s,]*singapore$/i, '');
  return [...street.split('\n'), `Singapore ${postalCode}`].filter((line) => line.trim() !== '');
}
