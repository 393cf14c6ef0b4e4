import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretBox } from '../services/ports.ts';
import { readKeyFile } from './key-file.ts';

const VERSION = 'box1.';
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What the key was used for: a seal made for another purpose or in another version does not open. */
const PURPOSE = Buffer.from('depot-console secret box1');

/**
 * Seals with AES-256-GCM; two seals of one secret differ.
 *
 * @param keyFile a file of the data folder's `keys`, made when the first secret is sealed or opened */
export function openSecretBox(keyFile: string): SecretBox {
  // Read each time: another account of this computer may have made it meanwhile.
  const readKey = () => readKeyFile(keyFile, 'and enter the mail password again');
  return {
    seal(secret) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, readKey(), nonce, { authTagLength: TAG_BYTES }).setAAD(PURPOSE);
      const hidden = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    open(sealed) {
      const key = readKey();
      const bytes = bytesOf(sealed);
      if (bytes === null) return null;
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(PURPOSE).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const secret = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
        return Buffer.concat(secret).toString('utf8');
      } catch {
        // The tag does not fit: another key, or another text.
        return null;
      }
    },
  };
}

function bytesOf(sealed: string): Buffer | null {
  if (!sealed.startsWith(VERSION)) return null;
  const text = sealed.slice(VERSION.length);
  const bytes = Buffer.from(text, 'base64url');
  // Decoding overlooks what is no base64url: a text with that in it was not sealed here.
  return bytes.byteLength >= NONCE_BYTES + TAG_BYTES && bytes.toString('base64url') === text ? bytes : null;
}
