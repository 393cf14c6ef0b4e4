import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Parcel } from '../../../src/main/adapters/courier/courier.ts';
import { openCourier, type CourierOptions } from '../../../src/main/adapters/courier/open-courier.ts';
import { createFakeLetterbox } from '../../helpers/fake-letterbox.ts';

export const NAME = 'KB1-000001.zip';
export const BYTES = Buffer.alloc(700_000, 'bundle ');
export const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
export const PARCEL: Parcel = { name: NAME, sha256: sha256Of(BYTES), letterId: '<bundle-1@hsh.example>' };

/** A folder of bundles with one in it, for one test, and beside it a folder for head office. */
export function prepareParcel() {
  const root = mkdtempSync(path.join(tmpdir(), 'depot-courier-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [bundles, hq] = [path.join(root, 'bundles'), path.join(root, 'hq')];
  for (const folder of [bundles, hq]) mkdirSync(folder);
  writeFileSync(path.join(bundles, NAME), BYTES);
  const courier = (options: Partial<CourierOptions> = {}) =>
    openCourier({ folder: bundles, mailer: createFakeLetterbox(), silenceMs: 10_000, ...options });
  return { bundles, hq, courier };
}
