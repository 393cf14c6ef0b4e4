import path from 'node:path';
import { type BundleOptions, type BundleOrder, openBundles } from './adapters/bundles.ts';
import { readKeyFile } from './adapters/key-file.ts';
import type { TaskThread } from './adapters/task-thread.ts';
import { madeBundle } from './bundles/manifest.ts';
import { KEY_PRICE } from './bundles/make-bundle.ts';
import { fingerprintOf, privateKeyOf, publicKeyOf } from './bundles/signature.ts';
import { verifyBundle } from './bundles/verify-bundle.ts';
import type { Bundles } from './services/ports.ts';

/** Bundles of a data folder, signed by the key in its `keys`, which is made when it is first asked for. */
export function openSiteBundles(
  dataDir: string,
  thread: TaskThread<BundleOrder>,
  inPlaceOfIt?: BundleOptions['make'],
): Bundles {
  const publicKey = () => {
    const key = privateKeyOf(readKeyFile(path.join(dataDir, 'keys', 'site.key'), KEY_PRICE));
    return { publicKey: publicKeyOf(key), fingerprint: fingerprintOf(key) };
  };
  return openBundles({
    dataDir,
    publicKey,
    make: inPlaceOfIt ?? (async (order, onRows) => madeBundle.parse(await thread.run(order, onRows))),
    cancel: () => thread.cancel(),
    async verify(file, sha256) {
      const verified = await verifyBundle(file, publicKey().publicKey);
      return verified.sha256 === sha256
        ? verified.problems
        : [...verified.problems, 'It is not the file that was made.'];
    },
  });
}
