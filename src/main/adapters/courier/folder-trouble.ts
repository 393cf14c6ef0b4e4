import { codeOf, Undelivered } from './undelivered.ts';

/** What is wrong with a folder that bundles go to, and what to do. */
export function folderTrouble(folder: string, error: unknown): Undelivered {
  return error instanceof Undelivered ? error : new Undelivered(sentence(folder, codeOf(error), error));
}

function sentence(folder: string, code: string, error: unknown): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `The folder ${folder} is not there: is its disk plugged in, or the share connected?`;
    case 'EACCES':
    case 'EPERM':
      return `The console may not write into ${folder}: let its account do so.`;
    case 'EROFS':
      return `Nothing can be written into ${folder}: its disk is read-only.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk of ${folder} is full: free some space there.`;
    default:
      return `${folder} cannot be written to (${code || String(error)}): is its disk well, or the share connected?`;
  }
}
