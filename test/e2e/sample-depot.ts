import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Verb, WireInput, WireOutput } from '../../src/shared/contract/index.ts';
import { callOverHttp } from '../helpers/call-over-http.ts';
import { type Host, startHost } from './host.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../samples/depot-kb1');
export const PASSWORD = 'four walls and a scale';
export const PIN = '246810';

/** As the administrator, or as whoever signed in last. */
export type Call = <V extends Verb>(verb: V, input: WireInput<V>) => Promise<WireOutput<V>>;

export interface SampleDepot {
  host: Host;
  admin: Call;
  /** By SKU. */
  equipment: ReadonlyMap<string, WireOutput<'equipment.get'>>;
  depotId: number;
}

/** The sample depot on a host of its own, set up behind the screens; these people have their own password and PIN. */
export async function openSampleDepot(people: readonly string[]): Promise<SampleDepot> {
  const host = await startHost();
  const admin = callAt(host);
  const { depotId } = await admin('setup.create', {
    company: { name: 'HSH LPG Pte Ltd', address: '8 Sample Link', postalCode: '416180', gstNumber: '202599001H' },
    siteCode: 'KB1',
    depot: { code: 'HSHKB', name: 'HSH Kaki Bukit', address: '8 Sample Link' },
    admin: { username: 'admin', fullName: 'Depot Administrator', employeeId: 'E001', password: PASSWORD, pin: PIN },
  });
  await admin('session.login', { username: 'admin', password: PASSWORD });
  const files = Object.fromEntries(
    readdirSync(SAMPLE)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(path.join(SAMPLE, name), 'utf8')]),
  );
  const { problems, oneTimePasswords } = await admin('imports.run', { files });
  if (problems.length > 0) throw new Error(`the sample does not fit: ${JSON.stringify(problems[0])}`);
  await Promise.all(
    people.map(async (username) => {
      const call = callAt(host);
      const currentPassword = oneTimePasswords.find((one) => one.username === username)?.password ?? '';
      await call('session.login', { username, password: currentPassword });
      await call('session.changePassword', { currentPassword, newPassword: PASSWORD, newPin: PIN });
    }),
  );
  const { items } = await admin('equipment.list', { limit: 200 });
  return { host, admin, depotId, equipment: new Map(items.map((item) => [item.sku, item])) };
}

/** As nobody, until a sign-in. */
export function callAt({ url }: Host): Call {
  const call = callOverHttp(url);
  return async <V extends Verb>(verb: V, input: WireInput<V>) => (await call(verb, input as never)) as WireOutput<V>;
}
