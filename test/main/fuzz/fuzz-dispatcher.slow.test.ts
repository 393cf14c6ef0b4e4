import { afterEach, beforeEach, expect, test } from 'vitest';
import { contract } from '../../../src/shared/contract/index.ts';
import { ERROR_CODES } from '../../../src/shared/errors.ts';
import { type FuzzedDesk, openFuzzedDesk, SEED, VERBS } from './fuzzed-desk.ts';
import { withMistakes } from './mistakes.ts';
import { randomFrom } from './random.ts';
import { schemaOf, validInput } from './valid-input.ts';

const PER_VERB = 140;

/** Codes that mean the tries no longer reach what they were made for. */
const LOST = ['UNAUTHENTICATED', 'FORBIDDEN', 'RATE_LIMITED'];

let desk: FuzzedDesk;
beforeEach(async () => {
  desk = await openFuzzedDesk();
});
afterEach(() => desk.end());

test(`malformed input of every verb over the dispatcher (seed ${SEED}): refused by a code of the contract, and nothing is written`, async () => {
  const random = randomFrom(SEED);
  const codes = new Map<string, number>();
  const problems: string[] = [];
  for (const verb of VERBS) {
    const schema = schemaOf(contract[verb]);
    let token = await desk.tokenOf(`desk ${verb}`);
    for (let tries = 0; tries < PER_VERB; tries += 1) {
      const input = withMistakes(random, validInput(random, schema));
      const caller = { token, device: 'fuzz', remoteAddress: null, transport: 'ipc' } as const;
      let code = '';
      const tables = await desk.written(async () => {
        const result = await desk.console.dispatch(verb, input, caller);
        code = result.ok ? 'OK' : result.error.code;
        return result.ok;
      });
      codes.set(code, (codes.get(code) ?? 0) + 1);
      const isKnown = code === 'OK' || Object.hasOwn(ERROR_CODES, code);
      if (!isKnown || code === 'UNEXPECTED' || tables.length > 0) {
        problems.push(`${verb} ${code} ${tables.join(' ')} ${short(input)}`);
      }
      if (LOST.includes(code) && !verb.startsWith('session.')) token = await desk.tokenOf(`desk ${verb} ${tries}`);
    }
  }
  expect([problems.slice(0, 20), desk.logged().slice(0, 4000)]).toEqual([[], '']);
  expect([...codes.values()].reduce((sum, count) => sum + count)).toBeGreaterThan(9000);
  expect(codes.get('VALIDATION')).toBeGreaterThan(VERBS.length * 40);
  expect(codes.get('OK')).toBeGreaterThan(VERBS.length * 5);
  await desk.console.drain();
  expect(desk.console.tray.orders.length).toBeGreaterThan(20);
  expect(desk.console.letterbox.letters.length).toBeGreaterThan(20);
  expect(await desk.keeper('audit.verify', {})).toMatchObject({ ok: true });
  expect(await desk.keeper('stock.check', {})).toEqual({ ok: true, problems: [] });
}, 300_000);

function short(input: unknown): string {
  return (
    JSON.stringify(input, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)) ?? 'nothing'
  ).slice(0, 500);
}
