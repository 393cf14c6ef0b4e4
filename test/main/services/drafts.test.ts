import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LONGEST_DRAFT } from '../../../src/shared/contract/drafts.ts';
import { dumpTables } from '../../helpers/dump-tables.ts';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';
import { type Call, requestId, type TestConsole } from '../../helpers/open-test-console.ts';

const kind = 'sale' as const;

let edge: EdgeCase;
let console: TestConsole;
let clerk: Call;
let other: Call;
beforeAll(async () => {
  edge = await openEdgeCase();
  ({ console } = edge);
  ({ call: clerk } = await edge.addUser('COUNTER', 'counter1'));
  ({ call: other } = await edge.addUser('COUNTER', 'counter2'));
});
afterAll(async () => {
  await console.remove();
});

const contentOf = async (call: Call) => (await call('drafts.get', { kind })).draft?.content;

const sale = (postsAs: string, quantity = 1) => ({
  requestId: postsAs,
  customerId: edge.customerK.id,
  source: { kind: 'depot' as const, depotId: edge.depotId },
  items: [{ type: 'cylinder' as const, equipmentId: edge.cylinder14.id, action: 'DELIVER' as const, quantity }],
});

describe('a half-typed form', () => {
  test('is kept for its writer alone, the last one of its kind', async () => {
    await clerk('drafts.save', { kind, postsAs: requestId(), content: '{"meter":"1"}' });
    await clerk('drafts.save', { kind, postsAs: requestId(), content: '{"meter":"14"}' });
    expect(await contentOf(clerk)).toBe('{"meter":"14"}');
    expect(await contentOf(other)).toBeUndefined();
    expect(await clerk('drafts.get', { kind: 'payment' })).toEqual({ draft: null });
  });
});

describe('what the books know of it', () => {
  test('is nothing: no audit row, no commit, no number', async () => {
    const books = () => {
      const { drafts: _drafts, ...rest } = dumpTables(console.dataDir);
      return rest;
    };
    const before = books();
    await clerk('drafts.save', { kind, postsAs: requestId(), content: '{}' });
    await clerk('drafts.remove', { kind });
    expect(books()).toEqual(before);
  });

  test('is bounded', async () => {
    const content = 'x'.repeat(LONGEST_DRAFT + 1);
    await expect(clerk('drafts.save', { kind, postsAs: requestId(), content })).rejects.toMatchObject({
      problem: { code: 'VALIDATION', details: { errors: [{ path: 'content' }] } },
    });
  });
});

describe('sending it', () => {
  test('ends it in the same moment, and a save that comes late does not bring it back', async () => {
    await edge.receive(edge.cylinder14.id, 5);
    const postsAs = requestId();
    await clerk('drafts.save', { kind, postsAs, content: '{"sale":1}' });
    await clerk('transactions.create', sale(postsAs));
    expect(await clerk('drafts.get', { kind })).toEqual({ draft: null });
    expect(await clerk('drafts.save', { kind, postsAs, content: '{"sale":2}' })).toEqual({ isKept: false });
    expect(await clerk('drafts.get', { kind })).toEqual({ draft: null });
  });

  test('leaves it when it is refused, and leaves another form alone', async () => {
    const postsAs = requestId();
    await clerk('drafts.save', { kind, postsAs, content: '{"sale":3}' });
    await expect(clerk('transactions.create', sale(postsAs, 99))).rejects.toMatchObject({
      problem: { code: 'CREDIT_LIMIT' },
    });
    await clerk('transactions.create', sale(requestId()));
    expect(await contentOf(clerk)).toBe('{"sale":3}');
    expect(await clerk('drafts.remove', { kind, postsAs: requestId() })).toEqual({ isRemoved: false });
    expect(await clerk('drafts.remove', { kind, postsAs })).toEqual({ isRemoved: true });
  });
});

test('a half-typed form is still there when the program was ended and started again', async () => {
  await clerk('drafts.save', { kind, postsAs: requestId(), content: '{"meter":"1489"}' });
  console = await console.reopen();
  expect(await contentOf(await console.signIn('counter1', 'correct horse'))).toBe('{"meter":"1489"}');
});
