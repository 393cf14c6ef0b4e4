import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract, type Verb } from '../../../src/shared/contract/index.ts';
import { ERROR_CODES } from '../../../src/shared/errors.ts';
import { startHttpServer } from '../../../src/main/transport/http/server.ts';
import { MAIL, PRINTERS } from '../../helpers/delivery-settings.ts';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';
import type { Call } from '../../helpers/open-test-console.ts';
import { type Books, changesBetween, openBooks } from '../../helpers/read-books.ts';
import { randomFrom } from './random.ts';
import { httpCall, type HttpTry, rawBodies } from './over-http.ts';
import { schemaOf, validInput } from './valid-input.ts';
import { withMistakes } from './mistakes.ts';

/** The same tries each time; another seed finds other mistakes: FUZZ_SEED=… vitest run test/main/fuzz */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_120);
const PER_VERB = { dispatcher: 140, http: 40 };
const PASSWORD = 'correct horse';

/** What these do to the house (whose password, which days are closed) must not spare the other verbs. */
const LAST = ['settings.update', 'users.update', 'users.deactivate', 'session.changePassword', 'session.logout'];
const VERBS = (Object.keys(contract) as Verb[]).toSorted((a, b) => LAST.indexOf(a) - LAST.indexOf(b));

/** Codes that mean the tries no longer reach what they were made for. */
const LOST = ['UNAUTHENTICATED', 'FORBIDDEN', 'RATE_LIMITED'];

/** An administrator whose id no valid input names, so that he can always sign in again. */
const KEEPER = 'keeper';

let edge: EdgeCase;
let keeper: Call;
let books: Books;
beforeEach(async () => {
  edge = await openEdgeCase();
  await edge.addUser('DRIVER', 'driver1');
  for (const username of ['clerk1', 'clerk2', 'clerk3', KEEPER]) {
    keeper = (await edge.addUser(username === KEEPER ? 'ADMIN' : 'COUNTER', username)).call;
  }
  await edge.addCustomer({ isMeterInstalled: true, meterDigits: 5, lastMeterReading: '1480', meterRate: '2.85' });
  await edge.admin('settings.update', { printers: PRINTERS, mail: MAIL });
  const { invoice } = await edge.sell([edge.deliver(2)], { payment: { method: 'CASH', amount: '79.55' } });
  await edge.admin('invoices.print', { id: invoice?.id ?? 0 });
  await edge.admin('invoices.email', { id: invoice?.id ?? 0, to: 'k@example.com' });
  await edge.console.drain();
  books = openBooks(edge.console.dataDir);
});
afterEach(async () => {
  books.close();
  await edge.console.remove();
});

/** A session of the administrator, from a counter where nobody mistyped a password. */
async function tokenOf(device: string): Promise<string> {
  const answer = await edge.console.dispatch(
    'session.login',
    { username: KEEPER, password: PASSWORD },
    { token: null, device, remoteAddress: null, transport: 'ipc' },
  );
  if (!answer.ok) throw new Error(answer.error.message);
  return (answer.value as { access: string }).access;
}

/** Only the refusal itself, or the wrong try, may be in the books afterwards. */
const REFUSALS = new Set(['audit', 'commits', 'sign_in_failures']);

/** Says which tables a refused call wrote to. */
async function written(run: () => Promise<boolean>): Promise<string[]> {
  const before = books.counts();
  const isDone = await run();
  return isDone ? [] : Object.keys(changesBetween(before, books.counts())).filter((table) => !REFUSALS.has(table));
}

function logged(): string {
  return readFileSync(path.join(edge.console.dataDir, 'logs', 'errors.log'), 'utf8');
}

describe(`malformed input of every verb (seed ${SEED})`, () => {
  test('over the dispatcher: refused by a code of the contract, and nothing is written', async () => {
    const random = randomFrom(SEED);
    const codes = new Map<string, number>();
    const problems: string[] = [];
    for (const verb of VERBS) {
      const schema = schemaOf(contract[verb]);
      let token = await tokenOf(`desk ${verb}`);
      for (let tries = 0; tries < PER_VERB.dispatcher; tries += 1) {
        const input = withMistakes(random, validInput(random, schema));
        const caller = { token, device: 'fuzz', remoteAddress: null, transport: 'ipc' } as const;
        let code = '';
        const tables = await written(async () => {
          const result = await edge.console.dispatch(verb, input, caller);
          code = result.ok ? 'OK' : result.error.code;
          return result.ok;
        });
        codes.set(code, (codes.get(code) ?? 0) + 1);
        const isKnown = code === 'OK' || Object.hasOwn(ERROR_CODES, code);
        if (!isKnown || code === 'UNEXPECTED' || tables.length > 0) {
          problems.push(`${verb} ${code} ${tables.join(' ')} ${short(input)}`);
        }
        if (LOST.includes(code) && !verb.startsWith('session.')) token = await tokenOf(`desk ${verb} ${tries}`);
      }
    }
    expect([problems.slice(0, 20), logged().slice(0, 4000)]).toEqual([[], '']);
    expect([...codes.values()].reduce((sum, count) => sum + count)).toBeGreaterThan(9000);
    expect(codes.get('VALIDATION')).toBeGreaterThan(VERBS.length * 40);
    expect(codes.get('OK')).toBeGreaterThan(VERBS.length * 5);
    await edge.console.drain();
    expect(edge.console.tray.orders.length).toBeGreaterThan(20);
    expect(edge.console.letterbox.letters.length).toBeGreaterThan(20);
    expect(await keeper('audit.verify', {})).toMatchObject({ ok: true });
    expect(await keeper('stock.check', {})).toEqual({ ok: true, problems: [] });
  }, 300_000);

  test('over HTTP: a problem of the contract, never a 500 or a stack, and nothing is written', async () => {
    const options = { host: '127.0.0.1', port: 0, rendererDir: 'none', docsDir: 'none' };
    const server = await startHttpServer({ ...options, dispatch: edge.console.dispatch });
    const random = randomFrom(SEED + 1);
    const problems: string[] = [];
    let sent = 0;
    try {
      for (const verb of VERBS) {
        const schema = schemaOf(contract[verb]);
        const inputs = Array.from({ length: PER_VERB.http }, () => withMistakes(random, validInput(random, schema)));
        const tries: HttpTry[] = inputs.map((input) => httpCall(verb, input));
        if (verb !== 'session.logout') tries.push(...rawBodies(verb));
        sent += tries.length;
        const token = await tokenOf(`desk ${verb}`);
        for (const one of tries) {
          let complaint: string | null = null;
          const tables = await written(async () => {
            const answer = await one.send(server.url, token);
            complaint = answer.complaint;
            return answer.isDone;
          });
          if (complaint !== null || tables.length > 0) problems.push(`${one.what} ${complaint} ${tables.join(' ')}`);
        }
      }
    } finally {
      await server.stop();
    }
    expect(sent).toBeGreaterThan(3000);
    expect([problems.slice(0, 20), logged().slice(0, 4000)]).toEqual([[], '']);
    expect(await keeper('audit.verify', {})).toMatchObject({ ok: true });
  }, 300_000);
});

function short(input: unknown): string {
  return (
    JSON.stringify(input, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)) ?? 'nothing'
  ).slice(0, 500);
}
