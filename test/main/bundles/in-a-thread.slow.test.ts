import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openCounter } from '../../helpers/open-counter.ts';
import { openTestConsole } from '../../helpers/open-test-console.ts';

test('a bundle is made in a thread of its own while the counter works, and can be given up', async () => {
  const console = await openTestConsole(undefined, undefined, { threads: 'real' });
  onTestFinished(() => console.remove());
  const { admin, addCustomer } = await openCounter(console);
  const ends: string[] = [];
  const refused = admin('exports.run', {}).catch((error: unknown) => String(error));
  await vi.waitFor(async () => expect((await admin('exports.progress', {})).rows).toBe(0));
  expect(await admin('exports.cancel', {})).toEqual({ cancelled: true });
  expect(await refused).toContain('The bundle was given up.');
  expect(readdirSync(path.join(console.dataDir, 'bundles'))).toEqual([]);
  const made = admin('exports.run', {}).then((bundle) => (ends.push('made'), bundle));
  for (let n = 0; n < 5; n += 1) await addCustomer();
  ends.push('worked');
  const { id, sequence } = await made;
  expect({ sequence, ends }).toEqual({ sequence: 1, ends: ['worked', 'made'] });
  expect(await admin('exports.verify', { id })).toEqual({ ok: true, problems: [] });
});
