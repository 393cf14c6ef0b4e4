import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../../../src/shared/contract/define.ts';
import { contract } from '../../../src/shared/contract/index.ts';
import type { Role } from '../../../src/shared/roles.ts';
import { problemOf } from '../../helpers/open-edge-case.ts';
import { requestId } from '../../helpers/open-test-console.ts';
import { type Books, changesBetween, openBooks } from '../../helpers/read-books.ts';
import type { Approval, Situation } from './case.ts';
import { type Ground, PASSWORD, PIN, prepareDepots } from './prepared-depots.ts';
import { SPECIAL_CASES } from './special-cases.ts';

let ground: Ground;
let books: Books;
beforeAll(async () => {
  ground = await prepareDepots();
  books = openBooks(ground.console.dataDir);
});
afterAll(async () => {
  books.close();
  await ground.console.remove();
});

const by = (username: string, pin: string = PIN): Approval => ({ username, pin, reason: 'promised last week' });

const clerk = (): Situation => ({ ground, side: ground.own, which: 'own', caller: ground.people.COUNTER });

/** Somebody nobody has mistyped a PIN for yet. */
async function newPerson(role: Role): Promise<{ id: number; username: string }> {
  const username = `new-${ground.fresh()}`;
  const fields = { username, fullName: username, employeeId: username, role, password: PASSWORD, pin: PIN };
  return ground.admin('users.create', fields);
}

const named = SPECIAL_CASES.map((one) => ({ ...one, name: `${one.verb}, ${one.what}` }));

describe('what a clerk may do with approval', () => {
  test('back-dating is asked of every verb that takes a date', () => {
    const dated = Object.entries(contract).filter(([, definition]: [string, Definition]) => {
      return definition.kind === 'command' && Object.hasOwn(definition.input.shape, 'businessDate');
    });
    const asked = SPECIAL_CASES.filter((one) => one.what === 'businessDate').map((one) => one.verb);
    expect(asked.toSorted()).toEqual(dated.map(([verb]) => verb).toSorted());
  });

  test.each(named)('$name: not with one’s own PIN, nor of somebody who may not himself', async (one) => {
    const colleague = await newPerson('COUNTER');
    const { COUNTER, DRIVER, AUDITOR } = ground.people;
    for (const { username } of [COUNTER, colleague, DRIVER, AUDITOR]) {
      let before = books.counts();
      const outcome = await one.outcome(clerk(), by(username), () => {
        before = books.counts();
      });
      expect([username, outcome]).toEqual([username, 'APPROVAL_REQUIRED']);
      expect(changesBetween(before, books.counts())).toEqual({ audit: 1, commits: 1 });
      expect(books.lastAudit()).toMatchObject({ action: `${one.verb}:refused`, user_id: COUNTER.id });
    }
  });

  test.each(named)('$name: not with a wrong PIN, nor of a supervisor who left; both are in the audit', async (one) => {
    const supervisor = await newPerson('SUPERVISOR');
    const gone = await newPerson('SUPERVISOR');
    await ground.admin('users.deactivate', { id: gone.id });
    // An unknown name is a new one each time, so that nobody is locked out of it.
    for (const approval of [by(supervisor.username, '0000'), by(gone.username), by(ground.fresh())]) {
      let before = books.counts();
      const outcome = await one.outcome(clerk(), approval, () => {
        before = books.counts();
      });
      expect(outcome).toBe('UNAUTHENTICATED');
      expect(changesBetween(before, books.counts())).toEqual({ audit: 1, commits: 1, sign_in_failures: 1 });
      expect(books.lastAudit()).toMatchObject({ action: 'approval:failed', user_id: ground.people.COUNTER.id });
    }
  });

  test.each(named)(
    '$name: with a supervisor’s or administrator’s yes, and both names are in the audit',
    async (one) => {
      for (const approver of [ground.people.SUPERVISOR, ground.people.ADMIN]) {
        expect(await one.outcome(clerk(), by(approver.username))).toBe('done');
        expect(books.lastAudit()).toMatchObject({
          action: one.verb,
          user_id: ground.people.COUNTER.id,
          approver_id: approver.id,
        });
      }
    },
  );
});

describe('going over a credit limit', () => {
  const sell = (role: Role, approval?: Approval) =>
    ground.people[role].call('transactions.create', {
      requestId: requestId(),
      customerId: ground.strainedId,
      source:
        role === 'DRIVER'
          ? { kind: 'truck', driverId: ground.own.driverId }
          : { kind: 'depot', depotId: ground.own.depotId },
      items: [{ type: 'service', serviceId: ground.serviceId, quantity: 1 }],
      ...(approval && { approval }),
    });

  test('is refused to everybody who does not say yes to it', async () => {
    const codes = await Promise.all(
      (['ADMIN', 'SUPERVISOR', 'COUNTER', 'DRIVER'] as const).map(async (role) => (await problemOf(sell(role))).code),
    );
    expect(new Set(codes)).toEqual(new Set(['CREDIT_LIMIT']));
    expect((await problemOf(sell('AUDITOR'))).code).toBe('FORBIDDEN');
  });

  test('a manager says yes himself, a clerk needs one, a driver has no way', async () => {
    const { SUPERVISOR, ADMIN, COUNTER } = ground.people;
    for (const [role, approver] of [
      ['SUPERVISOR', SUPERVISOR],
      ['ADMIN', ADMIN],
      ['COUNTER', SUPERVISOR],
    ] as const) {
      const { transaction } = await sell(role, by(approver.username));
      expect(transaction).toMatchObject({ userId: ground.people[role].id, approvedBy: approver.id });
    }
    expect((await problemOf(sell('COUNTER', by(COUNTER.username)))).code).toBe('APPROVAL_REQUIRED');
    expect((await problemOf(sell('DRIVER', by(SUPERVISOR.username)))).code).toBe('CREDIT_LIMIT');
  });
});
