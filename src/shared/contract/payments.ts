import { z } from 'zod';
import { DESK_AND_DRIVERS } from '../roles.ts';
import { command, query } from './define.ts';
import { businessDate, id, idInput, instant, line, money, positiveMoney } from './fields.ts';
import { listInput, listOutput } from './lists.ts';

export const PAYMENT_METHODS = ['CASH', 'PAYNOW', 'CHEQUE', 'TRANSFER', 'CARD'] as const;
export const paymentMethod = z.enum(PAYMENT_METHODS);

const allocation = z.object({ invoiceId: id, invoiceNumber: z.string(), amount: money });

export const payment = z.object({
  id,
  customerId: id,
  method: paymentMethod,
  amount: money,
  tendered: money.nullable(),
  change: money.nullable(),
  reference: z.string().nullable(),
  businessDate,
  createdAt: instant,
  userId: id,
  collectedBy: id.nullable(),
  transactionId: id.nullable(),
  allocations: z.array(allocation),
  unallocated: money.describe('More than was owed: the customer’s credit'),
  receiptNumber: z.string(),
});

export const receipt = z.object({
  id,
  number: z.string(),
  paymentId: id,
  customerId: id,
  businessDate,
  amount: money,
  method: paymentMethod,
  tendered: money.nullable(),
  change: money.nullable(),
});

export const paymentFields = {
  customerId: id,
  method: paymentMethod,
  amount: positiveMoney,
  tendered: positiveMoney.optional(),
  reference: line(50).optional(),
  businessDate: businessDate.optional(),
  collectedBy: id.optional(),
  allocations: z
    .array(z.strictObject({ invoiceId: id, amount: positiveMoney }))
    .max(500)
    .optional(),
};

export const payments = {
  'payments.create': command({
    summary: 'Take money: allocated to the oldest invoices first unless chosen; a receipt is numbered',
    http: { method: 'POST', path: '/payments', status: 201 },
    may: DESK_AND_DRIVERS,
    requestId: 'required',
    input: paymentFields,
    output: z.object({ payment, receipt }),
    errors: ['NOT_FOUND', 'INVALID_STATE', 'CONFLICT', 'DATE_NOT_ALLOWED', 'DAY_CLOSED', 'APPROVAL_REQUIRED'],
  }),
  'payments.list': query({
    summary: 'Payments, newest first',
    http: { method: 'GET', path: '/payments' },
    may: 'signedIn',
    input: listInput(
      ['-id', 'id'],
      {
        customerId: id.optional(),
        method: paymentMethod.optional(),
        from: businessDate.optional(),
        to: businessDate.optional(),
      },
      'The receipt’s number, its beginning or its running number (123, 2026-123); the beginning of the reference; any part of the customer’s present name',
    ),
    output: listOutput(payment),
  }),
  'payments.get': query({
    summary: 'One payment with what it paid',
    http: { method: 'GET', path: '/payments/:id' },
    may: 'signedIn',
    input: idInput,
    output: payment,
    errors: ['NOT_FOUND'],
  }),
};
