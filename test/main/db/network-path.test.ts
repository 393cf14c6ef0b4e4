import { describe, expect, test } from 'vitest';
import { isNetworkPath } from '../../../src/main/db/network-path.ts';

/** As /proc/mounts tells it. */
const MOUNTS = `overlay / overlay rw,relatime 0 0
proc /proc proc rw,nosuid 0 0
/dev/sdb1 /srv/books ext4 rw 0 0
//server/depot /mnt/depot cifs rw,vers=3.0 0 0
server:/export /mnt/two\\040words nfs4 rw 0 0
systemd-1 /mnt/auto autofs rw 0 0
server:/export /mnt/auto nfs rw 0 0
/dev/sdc1 /mnt/depot/local ext4 rw 0 0
C:\\134 /mnt/c 9p rw 0 0
`;

describe('a data folder on this computer', () => {
  test.each([
    '/var/lib/depot',
    '/srv/books/depot',
    '/mnt/depot-2/books',
    '/mnt/depot/local/books',
    'C:\\ProgramData\\Depot',
    '\\\\?\\C:\\ProgramData\\Depot',
    '\\\\.\\C:\\Depot',
  ])('%s is taken', (path) => {
    expect(isNetworkPath(path, MOUNTS)).toBe(false);
  });

  test('is taken where nothing tells what is mounted', () => {
    expect(isNetworkPath('/mnt/depot', '')).toBe(false);
    expect(isNetworkPath('/mnt/depot', 'nonsense\n\n')).toBe(false);
  });
});

describe('a data folder on a network share', () => {
  test.each([
    '/mnt/depot',
    '/mnt/depot/kb1/books',
    '/mnt/two words/books',
    '/mnt/auto/books',
    '/mnt/c/Depot',
    '\\\\server\\depot\\books',
    '//server/depot/books',
  ])('%s is refused: SQLite’s locks do not hold there', (path) => {
    expect(isNetworkPath(path, MOUNTS)).toBe(true);
  });
});

test('this computer’s own mounts are asked unless others are given', () => {
  expect(isNetworkPath(import.meta.dirname)).toBe(false);
});
