import { eq } from 'drizzle-orm';
import type { Courier } from '../adapters/courier/courier.ts';
import type { Db } from '../db/db.ts';
import { exports as exported } from '../db/schema/index.ts';
import { messageIdOf } from '../domain/message-id.ts';
import { roadTo } from '../services/head-office/road.ts';
import type { Job } from '../services/jobs.ts';
import type { SecretBox } from '../services/ports.ts';
import { settingsOf } from '../services/settings-store.ts';
import type { JobEnd } from './job-end.ts';

export interface BundleParts {
  db: Db;
  courier: Courier;
  secrets: SecretBox;
}

/** Takes a bundle to where bundles go now: one that was made before the settings were changed goes there, too. */
export async function runBundleJob(
  { db, courier, secrets }: BundleParts,
  { subjectId }: Job,
  lastStep: () => Promise<void>,
): Promise<JobEnd> {
  const bundle = db.select().from(exported).where(eq(exported.id, subjectId)).get();
  if (bundle === undefined) return { state: 'failed', reason: 'There is no such bundle in the books.' };
  const found = roadTo({ db, secrets }, settingsOf(db).export.destination);
  if ('trouble' in found) return { state: 'again', reason: found.trouble };
  const { file: name, sha256, createdAt } = bundle;
  const { fromAddress } = settingsOf(db).mail;
  const letterId = fromAddress === null ? null : messageIdOf(`bundle:${sha256}`, createdAt, fromAddress);
  const parcel = { name, sha256, letterId };
  const outcome = await courier.deliver(parcel, found.road, lastStep);
  if (outcome.state === 'delivered') return { state: 'done', proof: outcome.proof, isProven: true };
  return { state: outcome.retry ? 'again' : 'failed', reason: outcome.reason };
}
