import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** Stands at the end of a bundle, as the zip's comment: the signature of every byte before it. */
const MARK = 'depot-console ed25519 ';
const SIGNATURE_BYTES = 64;
/** Always as long. */
export const COMMENT_BYTES = MARK.length + Buffer.alloc(SIGNATURE_BYTES).toString('base64').length;

/** An Ed25519 private key in PKCS #8 is these bytes and its seed of 32 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key a site signs with, of the 32 random bytes it was made of. */
export function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

/** What head office is given: PEM. */
export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString();
}

/** SHA-256 of a public key, by which bundles name it. @param key private or public, or PEM */
export function fingerprintOf(key: KeyObject | string): string {
  const known = typeof key === 'string' || key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(known.export({ format: 'der', type: 'spki' }))
    .digest('hex');
}

/** Signs a bundle that lacks nothing but its comment. */
export async function signFile(file: string, key: KeyObject): Promise<void> {
  const digest = await digestOf(file, (await stat(file)).size);
  await appendFile(file, MARK + sign(null, digest, key).toString('base64'), { flush: true });
}

/** Whether all bytes of a bundle are those that were signed. */
export async function isSignedBy(file: string, publicKey: string): Promise<boolean> {
  const { size } = await stat(file);
  if (size <= COMMENT_BYTES) return false;
  const handle = await open(file, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(COMMENT_BYTES), 0, COMMENT_BYTES, size - COMMENT_BYTES);
    const comment = buffer.toString('latin1');
    const signature = Buffer.from(comment.slice(MARK.length), 'base64');
    // Written back: base64 that means the same but is not the same is another byte, too.
    if (comment !== MARK + signature.toString('base64')) return false;
    return verify(null, await digestOf(file, size - COMMENT_BYTES), createPublicKey(publicKey), signature);
  } finally {
    await handle.close();
  }
}

async function digestOf(file: string, bytes: number): Promise<Buffer> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file, { end: bytes - 1, highWaterMark: 1 << 20 }), digest);
  return digest.digest();
}
