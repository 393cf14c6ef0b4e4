import { readFileSync } from 'node:fs';

const NETWORK_FILE_SYSTEMS = new Set(['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'sshfs', 'fuse.sshfs', '9p', 'afs']);

/** Whether a folder lies on a network share, where SQLite's locks cannot be trusted. */
export function isNetworkPath(path: string, mounts: string = readMounts()): boolean {
  if (/^(\\\\|\/\/)[^\\/?.]/.test(path)) return true;
  let longest = '';
  let isNetwork = false;
  for (const row of mounts.split('\n')) {
    const [, rawMount, type] = row.split(' ');
    if (!rawMount || !type) continue;
    const mount = rawMount.replaceAll('\\040', ' ');
    const isAbove = path === mount || path.startsWith(mount.endsWith('/') ? mount : `${mount}/`);
    if (isAbove && mount.length >= longest.length) {
      longest = mount;
      isNetwork = NETWORK_FILE_SYSTEMS.has(type);
    }
  }
  return isNetwork;
}

function readMounts(): string {
  try {
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    return '';
  }
}
