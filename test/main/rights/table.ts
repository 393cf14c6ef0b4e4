import { type Role, ROLES } from '../../../src/shared/roles.ts';

/** domain.md, "People and rights", word for word: what the tests hold the console to. Never made from the contract. */
const TABLE = `
| may | ADMIN | SUPERVISOR | COUNTER | DRIVER | AUDITOR |
|---|---|---|---|---|---|
| users, company, tax, printers, mail, restore | ✓ | | | | |
| equipment, services, prices, customers' contract rates | ✓ | ✓ | | | |
| customers: create, edit name, contacts, addresses | ✓ | ✓ | ✓ | | |
| customers: payment type, limit, terms, meter rate; readings outside a sale | ✓ | ✓ | | | |
| distribution: create, edit own draft | ✓ | ✓ | ✓ | ✓ own truck | |
| distribution: confirm, cancel | ✓ | ✓ | ✓ | | |
| sale, payment, receipt, print, mail | ✓ | ✓ | ✓ | ✓ own truck | |
| price or credit-limit override, back-dating, credit note, refund, write-off, payment reversal, stock adjustment, meter change | ✓ | ✓ | with approval | | |
| cash-up: own | ✓ | ✓ | ✓ | ✓ | |
| cash-up: any, stocktake, truck reconciliation | ✓ | ✓ | | | |
| read lists and reports | ✓ | ✓ | own depot | own | ✓ |
| audit, verify | ✓ | ✓ | | | ✓ |
| export, backup | ✓ | ✓ | | | |`;

/** What the document leaves open, as it was decided: who the people are, a clerk does not need to know. */
const BESIDE = `
| may | ADMIN | SUPERVISOR | COUNTER | DRIVER | AUDITOR |
|---|---|---|---|---|---|
| one's own session | ✓ | ✓ | ✓ | ✓ | ✓ |
| one's own half-typed forms | ✓ | ✓ | ✓ | ✓ | ✓ |
| read users | ✓ | ✓ | | | ✓ |
| read any truck, to load it and sell from it | ✓ | ✓ | ✓ | ✓ own truck | ✓ |
| goods from and to a bottling plant | ✓ | ✓ | ✓ | | |
| documents a restored copy did not have: list, enter again | ✓ | ✓ | | | |`;

/** Rows whose verbs come with their own work (shifts). */
export const NOT_YET = ['cash-up: own', 'cash-up: any, stocktake, truck reconciliation'] as const;

/** Before anybody is signed in. */
export const ANYONE = 'set up, sign in, health';

const CELLS = ['✓', '', '✓ own truck', 'own depot', 'own', 'with approval'] as const;
export type Cell = (typeof CELLS)[number];
export type Row = Record<Role, Cell>;

export const ROWS: ReadonlyMap<string, Row> = new Map([
  ...rowsOf(TABLE),
  ...rowsOf(BESIDE),
  [ANYONE, { ADMIN: '✓', SUPERVISOR: '✓', COUNTER: '✓', DRIVER: '✓', AUDITOR: '✓' }],
]);

function rowsOf(table: string): [string, Row][] {
  const lines = table.trim().split('\n').slice(2);
  return lines.map((line) => {
    const [words = '', ...cells] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const row = Object.fromEntries(ROLES.map((role, index) => [role, cellOf(cells[index])]));
    return [words, row as Row];
  });
}

function cellOf(text: string | undefined): Cell {
  const cell = CELLS.find((known) => known === text);
  if (cell === undefined) throw new Error(`the table says "${text}", which the test does not know`);
  return cell;
}
