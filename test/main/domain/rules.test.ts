import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../../src/main/domain/allocation.ts';
import { checkBusinessDate } from '../../../src/main/domain/business-date.ts';
import { canonicalJson } from '../../../src/main/domain/canonical-json.ts';
import { documentNumber } from '../../../src/main/domain/numbering.ts';
import { rateInForce, standardRate } from '../../../src/main/domain/pricing.ts';
import { cylinderMove, distributionMove, equipmentMove, inPostingOrder } from '../../../src/main/domain/stock.ts';
import { addDays, type BusinessDate } from '../../../src/shared/dates.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { cents, type Rate } from '../../../src/shared/money.ts';

const day = (text: string) => text as BusinessDate;

describe('rates (domain.md, "Billing a sale", 1; edges.md 1–3)', () => {
  const contract = [
    { fromDate: day('2026-02-01'), rate: 380_000 as Rate },
    { fromDate: day('2026-01-01'), rate: 365_000 as Rate },
  ];

  test.each([
    ['2026-01-20', 365_000],
    ['2026-02-01', 380_000],
    ['2026-01-31', 365_000],
    ['2025-12-31', 395_000],
  ])('on %s it is %d', (date, expected) => {
    expect(standardRate(contract, cents(3950), day(date))).toBe(expected);
  });

  test('without contract and list price there is none', () => {
    expect(standardRate([], null, day('2026-01-20'))).toBeNull();
    expect(rateInForce(contract, day('2020-01-01'))).toBeNull();
  });
});

describe('business dates (domain.md, "Numbers"; edges.md 29)', () => {
  const rules = { today: day('2026-01-20'), backdateDays: 7, lockedUntil: day('2026-01-15') };
  const codeFor = (asked: string) => {
    try {
      let isBackDated = false;
      checkBusinessDate(day(asked), rules, () => {
        isBackDated = true;
      });
      return isBackDated ? 'back-dated' : 'today';
    } catch (error) {
      return error instanceof Refusal ? error.problem.code : String(error);
    }
  };

  test.each([
    ['2026-01-20', 'today'],
    ['2026-01-21', 'DATE_NOT_ALLOWED'],
    ['2026-01-19', 'back-dated'],
    ['2026-01-16', 'back-dated'],
    ['2026-01-15', 'DAY_CLOSED'],
    ['2020-01-01', 'DAY_CLOSED'],
  ])('%s: %s', (asked, expected) => {
    expect(codeFor(asked)).toBe(expected);
  });

  test('further back than the window is not allowed', () => {
    const asked = addDays(rules.today, -8);
    expect(() => checkBusinessDate(asked, { ...rules, lockedUntil: null }, () => undefined)).toThrow('not allowed');
  });
});

describe('allocation (domain.md, "Money owed")', () => {
  test('gives no invoice more than it needs, in order, and loses no cent', () => {
    const open = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000_000 }), open, (amount, amounts) => {
        const invoices = amounts.map((outstanding, index) => ({
          invoiceId: index + 1,
          outstanding: cents(outstanding),
        }));
        const { allocations, left } = allocate(cents(amount), invoices);
        const given = allocations.reduce((sum, share) => sum + share.amount, 0);
        expect(given + left).toBe(amount);
        expect(allocations.map((share) => share.invoiceId)).toEqual(allocations.map((_share, index) => index + 1));
        const paidInFull = allocations.slice(0, -1).map((share) => share.amount);
        expect(paidInFull).toEqual(amounts.slice(0, paidInFull.length));
        expect(left === 0 || allocations.length === amounts.length).toBe(true);
      }),
    );
  });
});

describe('stock moves (domain.md, "Stock")', () => {
  const depot = { kind: 'DEPOT', id: 1 } as const;

  test('a half comes back as an empty, a damaged one as damaged', () => {
    expect(cylinderMove('HALF_RETURN', 7, 2, depot, 9).to).toEqual({ ...depot, condition: 'EMPTY' });
    expect(cylinderMove('DAMAGED_RETURN', 7, 2, depot, 9).to).toEqual({ ...depot, condition: 'DAMAGED' });
    expect(cylinderMove('DELIVER', 7, 2, depot, 9)).toMatchObject({
      from: { condition: 'FULL' },
      to: { kind: 'CUSTOMER' },
    });
  });

  test('what is sold leaves the count, what is lent goes to the customer', () => {
    expect(equipmentMove('SOLD', 7, 1, depot, 9).to.kind).toBe('SOLD');
    expect(equipmentMove('LOAN', 7, 1, depot, 9).to).toEqual({ kind: 'CUSTOMER', id: 9, condition: 'ON_SITE' });
  });

  test('a collection loads the truck, an empty return unloads it', () => {
    expect(distributionMove('OUT', 'FULL', 7, 1, 1, 5).to).toEqual({ kind: 'TRUCK', id: 5, condition: 'FULL' });
    expect(distributionMove('IN', 'EMPTY', 7, 1, 1, 5).from).toEqual({ kind: 'TRUCK', id: 5, condition: 'EMPTY' });
  });

  test('deliveries are posted before returns, whatever was typed first', () => {
    const back = cylinderMove('EMPTY_RETURN', 7, 2, depot, 9);
    const out = cylinderMove('DELIVER', 7, 2, depot, 9);
    expect(inPostingOrder([back, out])).toEqual([out, back]);
  });
});

test('numbers read like INV-KB1-2026-000123', () => {
  expect(documentNumber('INV', 'KB1', 2026, 123)).toBe('INV-KB1-2026-000123');
});

test('canonical JSON does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
