import { refuseField } from '../../../shared/errors.ts';
import type { Settings } from '../settings-store.ts';

/** @throws Refusal VALIDATION */
export function refuseUnfitDestination({ export: { destination }, mail }: Settings): void {
  if (destination.kind === 'https' && !isSafe(destination.address)) {
    refuseField('export.destination.address', 'must begin with https:// (http:// only to this computer itself)');
  }
  if (destination.kind === 'mail' && !mail.isEnabled) {
    refuseField('export.destination.kind', 'needs the mail server: set it up and turn mail on in Settings → Mail');
  }
}

/** Bundles hold names and addresses: nobody on the way may read them. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
