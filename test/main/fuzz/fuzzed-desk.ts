import { readFileSync } from 'node:fs';
import path from 'node:path';
import { contract, type Verb } from '../../../src/shared/contract/index.ts';
import { MAIL, PRINTERS } from '../../helpers/delivery-settings.ts';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';
import type { Call } from '../../helpers/open-test-console.ts';
import { changesBetween, openBooks } from '../../helpers/read-books.ts';

/** The same tries each time; another seed finds other mistakes: FUZZ_SEED=… vitest run test/main/fuzz */
export const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_120);

const PASSWORD = 'correct horse';

/** What these do to the house (whose password, which days are closed) must not spare the other verbs. */
const LAST = ['settings.update', 'users.update', 'users.deactivate', 'session.changePassword', 'session.logout'];
export const VERBS = (Object.keys(contract) as Verb[]).toSorted((a, b) => LAST.indexOf(a) - LAST.indexOf(b));

/** An administrator whose id no valid input names, so that he can always sign in again. */
const KEEPER = 'keeper';

/** Only the refusal itself, or the wrong try, may be in the books afterwards. */
const REFUSALS = new Set(['audit', 'commits', 'sign_in_failures']);

/** A depot at work, with something of everything that malformed input may touch. */
export interface FuzzedDesk extends EdgeCase {
  keeper: Call;
  /** A session of the administrator, from a counter where nobody mistyped a password. */
  tokenOf(device: string): Promise<string>;
  /** Says which tables a refused call wrote to. @param run whether it was done */
  written(run: () => Promise<boolean>): Promise<string[]>;
  /** What the log holds of errors. */
  logged(): string;
  end(): Promise<void>;
}

export async function openFuzzedDesk(): Promise<FuzzedDesk> {
  const edge = await openEdgeCase();
  let keeper = edge.admin;
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
  const books = openBooks(edge.console.dataDir);
  return {
    ...edge,
    keeper,
    async tokenOf(device) {
      const answer = await edge.console.dispatch(
        'session.login',
        { username: KEEPER, password: PASSWORD },
        { token: null, device, remoteAddress: null, transport: 'ipc' },
      );
      if (!answer.ok) throw new Error(answer.error.message);
      return (answer.value as { access: string }).access;
    },
    async written(run) {
      const before = books.counts();
      const isDone = await run();
      return isDone ? [] : Object.keys(changesBetween(before, books.counts())).filter((table) => !REFUSALS.has(table));
    },
    logged: () => readFileSync(path.join(edge.console.dataDir, 'logs', 'errors.log'), 'utf8'),
    async end() {
      books.close();
      await edge.console.remove();
    },
  };
}
