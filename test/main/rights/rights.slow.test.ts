import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract, type Verb } from '../../../src/shared/contract/index.ts';
import { type Role, ROLES } from '../../../src/shared/roles.ts';
import { type Books, changesBetween, type Counts, openBooks } from '../../helpers/read-books.ts';
import type { Case, Situation, WhichSide } from './case.ts';
import { ARCHIVE } from './archive-cases.ts';
import { CATALOGUE_AND_CUSTOMERS } from './catalogue-cases.ts';
import { DELIVERY } from './delivery-cases.ts';
import { READING, WRITTEN } from './document-cases.ts';
import { GOODS } from './goods-cases.ts';
import { OFFICE } from './office-cases.ts';
import { type Ground, PIN, prepareDepots } from './prepared-depots.ts';
import { SPECIAL_CASES } from './special-cases.ts';
import { ANYONE, type Cell, NOT_YET, ROWS } from './table.ts';

const CASES: readonly Case[] = [
  ...OFFICE,
  ...ARCHIVE,
  ...CATALOGUE_AND_CUSTOMERS,
  ...WRITTEN,
  ...READING,
  ...DELIVERY,
  ...GOODS,
  ...SPECIAL_CASES,
];
const MANAGERS: readonly Role[] = ['ADMIN', 'SUPERVISOR'];

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

/** What the table says of one call. */
function says(one: Case, role: Role, which: WhichSide): boolean {
  const rows = one.alsoRow === undefined ? [one.row] : [one.row, one.alsoRow];
  return rows.every((row) => allows(cellOf(row, role), role, one, which));
}

function allows(cell: Cell, role: Role, { concerns }: Case, which: WhichSide): boolean {
  switch (cell) {
    case '✓':
      // "Own draft": a manager may put anybody's right.
      return concerns !== 'draft' || which === 'own' || MANAGERS.includes(role);
    case '':
    case 'with approval':
      return false;
    case 'own depot':
      return concerns === 'nothing' || which === 'own';
    case 'own':
    case '✓ own truck':
      return concerns === 'nothing' || (concerns !== 'depot' && which === 'own');
  }
}

function cellOf(row: string, role: Role): Cell {
  const found = ROWS.get(row);
  if (found === undefined) throw new Error(`there is no row "${row}"`);
  return found[role];
}

const BOTH: readonly WhichSide[] = ['own', 'other'];
const situation = (which: WhichSide, caller: Situation['caller']): Situation => ({
  ground,
  which,
  side: ground[which],
  caller,
});

const named = CASES.map((one) => ({ ...one, name: [one.verb, one.what].filter(Boolean).join(', ') }));

const approvable = named.filter(({ verb }) => {
  const { kind, input } = contract[verb];
  return kind === 'command' && Object.hasOwn(input.shape, 'approval');
});

describe('the table of domain.md, "People and rights"', () => {
  test('has a place for every verb, and every row has its verbs', () => {
    const asked = new Set<Verb>(CASES.map((one) => one.verb));
    expect(Object.keys(contract).filter((verb) => !asked.has(verb as Verb))).toEqual([]);
    const used = new Set([...CASES.map((one) => one.row), ...NOT_YET]);
    expect([...ROWS.keys()].filter((row) => !used.has(row))).toEqual([]);
  });

  test.each(named)('$row: $name', async (one) => {
    const expected: Record<string, boolean> = {};
    const found: Record<string, boolean> = {};
    for (const role of ROLES) {
      for (const which of one.concerns === 'nothing' ? (['own'] as const) : BOTH) {
        const key = `${role} ${one.concerns === 'nothing' ? '' : which}`.trim();
        expected[key] = says(one, role, which);
        found[key] = await isDone(one, situation(which, ground.people[role]));
      }
    }
    expected['nobody'] = one.row === ANYONE;
    found['nobody'] = await isDone(one, situation('own', { call: ground.console.anyone }));
    expect(found).toEqual(expected);
  });

  // An approval is a yes to what a clerk may do with it, and gives nobody a right besides.
  test.each(approvable)('$name with a supervisor’s approval: $row', async (one) => {
    const expected: Record<string, boolean> = {};
    const found: Record<string, boolean> = {};
    const approval = { username: ground.people.SUPERVISOR.username, pin: PIN, reason: 'promised last week' };
    for (const role of ROLES) {
      expected[role] = cellOf(one.row, role) === 'with approval' || says(one, role, 'own');
      found[role] = (await one.outcome(situation('own', ground.people[role]), approval)) === 'done';
    }
    expect(found).toEqual(expected);
  });
});

/** Whether it is done; when it is refused, that only the refusal is in the books. */
async function isDone(one: Case, at: Situation): Promise<boolean> {
  let before: Counts = {};
  const outcome = await one.outcome(at, undefined, () => {
    before = books.counts();
  });
  if (outcome === 'done' || outcome === 'hidden') return outcome === 'done';
  const isKnown = at.caller.id !== undefined;
  expect(outcome === 'UNAUTHENTICATED').toBe(!isKnown);
  expect(changesBetween(before, books.counts())).toEqual(isKnown ? { audit: 1, commits: 1 } : {});
  if (isKnown) expect(books.lastAudit()).toMatchObject({ action: `${one.verb}:refused`, user_id: at.caller.id });
  return false;
}
