import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../src/renderer/api-problem.ts';
import { changeFor, paymentFor } from '../../src/renderer/features/sales/payment.ts';
import { emptySale, type SaleDraft } from '../../src/renderer/features/sales/sale-draft.ts';
import { saleInput, saleItems } from '../../src/renderer/features/sales/sale-input.ts';
import { saleProblems } from '../../src/renderer/features/sales/sale-problems.ts';
import { withSwaps } from '../../src/renderer/features/sales/swap.ts';

const SIZES = [9, 14];
const depot = { kind: 'depot', id: 1 } as const;
const itemsOf = (draft: SaleDraft) => saleItems(draft, withSwaps(draft, SIZES, null), SIZES);

/** The counter's words for domain.md's worked example. */
function typed(fields: Partial<SaleDraft> = {}): SaleDraft {
  return {
    ...emptySale(),
    customer: { id: 2, name: 'Tan & Sons', code: 'C0002', paymentType: 'CASH', isMeterInstalled: true },
    cylinders: { '14:DELIVER': '2', '14:EMPTY_RETURN': '2', '9:DELIVER': '' },
    others: [
      { key: 'hose', kind: 'service', id: 3, quantity: '1', rate: '', ownership: null },
      { key: 'deposit', kind: 'deposit', id: 14, quantity: '1', rate: '55.00', ownership: null },
    ],
    meter: '1489.250',
    ...fields,
  };
}

describe('a sale as it is typed', () => {
  it('becomes the contract’s items in the order of the form', () => {
    const draft = typed();
    const input = saleInput(draft, itemsOf(draft), depot);
    expect(input).toMatchObject({ customerId: 2, source: { kind: 'depot', depotId: 1 }, currentMeter: '1489.250' });
    expect(input?.items).toEqual([
      { type: 'cylinder', equipmentId: 14, action: 'DELIVER', quantity: 2 },
      { type: 'cylinder', equipmentId: 14, action: 'EMPTY_RETURN', quantity: 2 },
      { type: 'service', serviceId: 3, quantity: 1 },
      { type: 'deposit', equipmentId: 14, quantity: 1, amount: '55.00' },
    ]);
  });

  it('carries another price with its reason, on deliveries only', () => {
    const draft = typed({ rates: { 14: '30.00' }, rateReason: ' Regular ', others: [] });
    expect(itemsOf(draft).map(({ item }) => item)).toEqual([
      { type: 'cylinder', equipmentId: 14, action: 'DELIVER', quantity: 2, rate: '30.00', rateReason: 'Regular' },
      { type: 'cylinder', equipmentId: 14, action: 'EMPTY_RETURN', quantity: 2 },
    ]);
  });

  it('is nothing to ask about before there is a customer and a line', () => {
    const empty = typed({ cylinders: {}, others: [], meter: '' });
    expect(saleInput(empty, itemsOf(empty), depot)).toBeNull();
    const nobody = typed({ customer: null });
    expect(saleInput(nobody, itemsOf(nobody), depot)).toBeNull();
  });
});

describe('what a sale is refused for', () => {
  const items = itemsOf(typed());

  it('stands next to the line that asks for too much', () => {
    const details = {
      location: 'DEPOT',
      locationId: 1,
      name: 'HSH',
      equipmentId: 14,
      condition: 'FULL',
      available: 1,
      asked: 2,
    };
    const { lines, rest } = saleProblems(new ApiProblem({ code: 'INSUFFICIENT_STOCK', message: '', details }), items);
    expect(lines.get('cylinder:14')).toEqual({ message: 'Only 1 full at HSH, 2 asked.', action: 'DELIVER' });
    expect(rest).toBeNull();
  });

  it('stands next to the line a path names, and above what has no field', () => {
    const errors = [
      { path: 'items.2.quantity', message: 'too many' },
      { path: 'somewhere', message: 'odd' },
    ];
    const problem = new ApiProblem({ code: 'VALIDATION', message: 'no', details: { errors } });
    const sorted = saleProblems(problem, items);
    expect(sorted.lines.get('hose')?.message).toBe('too many');
    expect(sorted.rest).toBe(problem);
  });
});

describe('what is paid', () => {
  const due = { totalAmount: '181.38', cashTotal: '181.40' };
  const form = { method: 'CASH', amount: '', reference: '' } as const;

  it('is all of it unless said, in cash the rounded total', () => {
    expect(paymentFor(form, due)).toEqual({ method: 'CASH', amount: '181.40' });
    expect(paymentFor({ ...form, method: 'PAYNOW', reference: ' X1 ' }, due)).toEqual({
      method: 'PAYNOW',
      amount: '181.38',
      reference: 'X1',
    });
  });

  it('is nothing when paid later, or when there is nothing to pay', () => {
    expect(paymentFor({ ...form, method: 'LATER' }, due)).toBeNull();
    expect(paymentFor(form, { totalAmount: '0.00', cashTotal: '0.00' })).toBeNull();
  });

  it('gives change once enough was handed over', () => {
    expect(changeFor('200', '181.40')).toBe('18.60');
    expect(changeFor('181.4', '181.40')).toBe('0.00');
    expect(changeFor('100', '181.40')).toBeNull();
    expect(changeFor('', '181.40')).toBeNull();
  });
});
