import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Counter, openCounter } from '../../helpers/open-counter.ts';
import { openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';

let books: TestConsole;
let counter: Counter;

beforeAll(async () => {
  books = await openTestConsole();
  counter = await openCounter(books);
});
afterAll(() => books.remove());

test('customers added meanwhile neither shift a page nor change the total that was counted', async () => {
  for (const name of ['B', 'D', 'F', 'H']) await counter.addCustomer({ name });
  const first = await counter.admin('customers.list', { limit: 2 });
  expect(first.items.map(({ name }) => name)).toEqual(['B', 'D']);
  expect(first.total).toBe(4);
  for (const name of ['A', 'C', 'E']) await counter.addCustomer({ name });
  const second = await counter.admin('customers.list', { limit: 2, cursor: first.nextCursor ?? '' });
  expect(second.items.map(({ name }) => name)).toEqual(['E', 'F']);
  expect(second.total).toBe(4);
  const third = await counter.admin('customers.list', { limit: 2, cursor: second.nextCursor ?? '' });
  expect(third).toMatchObject({ items: [{ name: 'H' }], nextCursor: null, total: 4 });
});

test('names are sorted without regard to case, and equal ones by id', async () => {
  for (const name of ['zebra', 'ZEBRA', 'Zebra']) await counter.addCustomer({ name });
  const input = { search: 'zebra', limit: 1 };
  const names: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof list>> = await list({ ...input, ...(cursor && { cursor }) });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  }
  expect(names).toEqual(['zebra', 'ZEBRA', 'Zebra']);
});

function list(input: { search: string; limit: number; cursor?: string }) {
  return counter.admin('customers.list', input);
}

test('a page may end with the longest name there is', async () => {
  const name = '"楼"'.repeat(66);
  for (let index = 0; index < 3; index += 1) await counter.addCustomer({ name });
  const first = await list({ search: '楼', limit: 1 });
  const second = await list({ search: '楼', limit: 1, cursor: first.nextCursor ?? '' });
  expect(second.items).toMatchObject([{ name }]);
  expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
});

test.each([
  '',
  'x',
  'bnVsbA',
  Buffer.from('["B",1]').toString('base64url'),
  Buffer.from('[{},1,2]').toString('base64url'),
])('refuses the cursor %j, which no list gave out', async (cursor) => {
  await expect(counter.admin('customers.list', { cursor })).rejects.toThrow('VALIDATION');
});

test('a cursor past the end of a list answers an empty page', async () => {
  const cursor = Buffer.from('["zzzz",1,4]').toString('base64url');
  expect(await counter.admin('customers.list', { cursor })).toEqual({ items: [], nextCursor: null, total: 4 });
});
