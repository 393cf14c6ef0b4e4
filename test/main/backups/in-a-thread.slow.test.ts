import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCounter } from '../../helpers/open-counter.ts';
import { openTestConsole } from '../../helpers/open-test-console.ts';

test('a copy is made in a thread of its own while the counter sells; closing does not wait for it', async () => {
  const console = await openTestConsole(undefined, undefined, { threads: 'real' });
  onTestFinished(() => console.remove());
  const { admin, hose, addCustomer, depotId } = await openCounter(console);
  const customer = await addCustomer();
  const sell = () =>
    admin('transactions.create', {
      requestId: crypto.randomUUID(),
      customerId: customer.id,
      source: { kind: 'depot', depotId },
      items: [{ type: 'service', serviceId: hose.id, quantity: 1 }],
    });
  const ends: string[] = [];
  const made = admin('backups.run', {}).then((copy) => (ends.push('copied'), copy));
  for (let n = 0; n < 5; n += 1) await sell();
  ends.push('sold');
  expect(await made).toMatchObject({ reason: 'asked', problems: [] });
  expect(ends).toEqual(['sold', 'copied']);
  const broken = admin('backups.run', {}).catch((error: unknown) => String(error));
  await console.close();
  expect(await broken).toContain('UNEXPECTED');
  expect(readdirSync(path.join(console.dataDir, 'backups'))).toHaveLength(2);
});
