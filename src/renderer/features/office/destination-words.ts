import type { WireOutput } from '../../../shared/contract/index.ts';

/** Where bundles go, in one line; `null` when they stay. */
export function destinationWords(destination: WireOutput<'settings.get'>['export']['destination']): string | null {
  switch (destination.kind) {
    case 'none':
      return null;
    case 'folder':
      return destination.folder;
    case 'sftp':
      return `${destination.user}@${destination.host}`;
    case 'mail':
      return destination.to;
    case 'https':
      return destination.address;
  }
}
