import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Passwords } from '../services/ports.ts';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

const KEY_BYTES = 32;
const BLOCK_SIZE = 8;
const PARALLEL = 3;
/** OWASP's parameters for scrypt with 32 MiB (Password Storage Cheat Sheet): N = 2^15, r = 8, p = 3. */
const COST = 2 ** 15;

/** Hashes with scrypt, which both Node and Electron have. @param cost lower only in tests, to save their time. */
export function createPasswords(cost: number = COST): Passwords {
  return {
    async hash(secret) {
      const salt = randomBytes(16);
      const key = await keyOf(secret, salt, cost);
      return ['scrypt', cost, salt.toString('base64url'), key.toString('base64url')].join('$');
    },
    async verify(secret, hash) {
      const [scheme, stored, salt = '', expected = ''] = hash.split('$');
      if (scheme !== 'scrypt') {
        // No such user, or no secret set: takes as long as a wrong one.
        await keyOf(secret, randomBytes(16), cost);
        return false;
      }
      const key = await keyOf(secret, Buffer.from(salt, 'base64url'), Number(stored));
      const known = Buffer.from(expected, 'base64url');
      return known.byteLength === key.byteLength && timingSafeEqual(known, key);
    },
  };
}

function keyOf(secret: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options = { N: cost, r: BLOCK_SIZE, p: PARALLEL, maxmem: 256 * cost * BLOCK_SIZE };
  return derive(secret.normalize('NFKC'), salt, KEY_BYTES, options);
}
