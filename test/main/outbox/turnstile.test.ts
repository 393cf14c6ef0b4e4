import { expect, test } from 'vitest';
import { openTurnstile } from '../../../src/main/outbox/turnstile.ts';

async function watched() {
  const turnstile = openTurnstile<string>();
  const through: string[] = [];
  const come = (who: string) => void turnstile.enter(who).then(() => through.push(who));
  const now = async () => {
    await Promise.resolve();
    return through.join(' ');
  };
  return { turnstile, come, now };
}

test('one at a time is let through, in the order they came', async () => {
  const { turnstile, come, now } = await watched();
  for (const who of ['Ann', 'Ben', 'Cho']) come(who);
  expect(await now()).toBe('Ann');
  turnstile.leave('Ann');
  expect(await now()).toBe('Ann Ben');
  turnstile.leave('Ben');
  turnstile.leave('Cho');
  come('Ann');
  expect(await now()).toBe('Ann Ben Cho Ann');
});

test('one who leaves before it is his turn holds nobody up, and is never let through', async () => {
  const { turnstile, come, now } = await watched();
  for (const who of ['Ann', 'Ben', 'Cho']) come(who);
  turnstile.leave('Ben');
  turnstile.leave('Nobody');
  expect(await now()).toBe('Ann');
  turnstile.leave('Ann');
  expect(await now()).toBe('Ann Cho');
});
