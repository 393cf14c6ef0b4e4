import type { Courier } from '../../adapters/courier/courier.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { refuseField } from '../../../shared/errors.ts';
import type { ReadContext } from '../context.ts';
import { defined } from '../defined.ts';
import type { SecretBox } from '../ports.ts';
import { settingsOf } from '../settings-store.ts';
import { refuseUnfitDestination } from './check-destination.ts';
import { roadTo } from './road.ts';

export interface RoadTest {
  courier: Courier;
  secrets: SecretBox;
}

/** Whether a bundle could go there. @throws Refusal VALIDATION */
export async function testRoad(
  { db }: ReadContext,
  { destination, secrets = {} }: Input<'exports.test'>,
  { courier, secrets: box }: RoadTest,
): Promise<Output<'exports.test'>> {
  if (destination.kind === 'none') return refuseField('destination.kind', 'must say where to');
  const settings = settingsOf(db);
  refuseUnfitDestination({ ...settings, export: { ...settings.export, destination } });
  const found = roadTo({ db, secrets: box }, destination, defined(secrets));
  if ('trouble' in found) return { ok: false, words: found.trouble };
  const outcome = await courier.probe(found.road);
  return outcome.state === 'delivered' ? { ok: true, words: outcome.proof } : { ok: false, words: outcome.reason };
}

export async function askHostKey(
  { host, port }: Input<'exports.hostKey'>,
  courier: Courier,
): Promise<Output<'exports.hostKey'>> {
  const answer = await courier.hostKey(host, port);
  return 'hostKey' in answer ? { hostKey: answer.hostKey, trouble: null } : { hostKey: null, trouble: answer.trouble };
}
