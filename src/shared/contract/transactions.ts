import { z } from 'zod';
import { DESK_AND_DRIVERS } from '../roles.ts';
import { TAX_CATEGORIES } from '../invoice-snapshot.ts';
import { command, query } from './define.ts';
import {
  businessDate,
  cubicMetres,
  flag,
  id,
  idInput,
  instant,
  line,
  money,
  percent,
  positiveMoney,
  price,
  quantity,
  rate,
  reading,
} from './fields.ts';
import { invoice } from './invoices.ts';
import { listInput, listOutput } from './lists.ts';
import { paymentMethod, receipt } from './payments.ts';

export const CYLINDER_ACTIONS = ['DELIVER', 'EMPTY_RETURN', 'HALF_RETURN', 'DAMAGED_RETURN'] as const;
export const OWNERSHIPS = ['SOLD', 'LOAN'] as const;
export const LINE_TYPES = ['cylinder', 'service', 'equipment', 'deposit', 'meter'] as const;

const otherRate = { rate: rate.optional(), rateReason: line(200).optional() };

export const saleItem = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('cylinder'),
    equipmentId: id,
    action: z.enum(CYLINDER_ACTIONS),
    quantity,
    ...otherRate,
  }),
  z.strictObject({
    type: z.literal('service'),
    serviceId: id,
    quantity,
    ...otherRate,
    description: line(200).optional(),
  }),
  z.strictObject({
    type: z.literal('equipment'),
    equipmentId: id,
    quantity,
    ...otherRate,
    ownership: z.enum(OWNERSHIPS).optional().describe('Regulators are SOLD and meters on LOAN unless said'),
  }),
  z.strictObject({
    type: z.literal('deposit'),
    equipmentId: id,
    quantity,
    amount: price.optional().describe('Deposit for one piece, when it is not the equipment’s own'),
  }),
]);

export const saleSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('depot'), depotId: id }),
  z.strictObject({ kind: z.literal('truck'), driverId: id }),
]);

export const saleFields = {
  customerId: id,
  source: saleSource,
  businessDate: businessDate.optional(),
  poNumber: line(50).nullish(),
  remarks: line(500).nullish(),
  items: z.array(saleItem).max(200),
  currentMeter: reading.optional(),
  meterEstimated: flag.optional(),
  meterRollover: flag.optional(),
  confirmUnusual: flag.optional(),
  confirmTruckShort: flag.optional(),
  payment: z
    .strictObject({
      method: paymentMethod,
      amount: positiveMoney,
      tendered: positiveMoney.optional().describe('Cash handed over; the change is worked out'),
      reference: line(50).optional(),
      collectedBy: id.optional(),
    })
    .optional(),
  deliver: z.strictObject({ print: flag.optional(), email: flag.optional() }).optional(),
};

export const transactionLine = z.object({
  lineNo: z.int(),
  type: z.enum(LINE_TYPES),
  action: z.enum(CYLINDER_ACTIONS).nullable(),
  ownership: z.enum(OWNERSHIPS).nullable(),
  equipmentId: id.nullable(),
  serviceId: id.nullable(),
  description: z.string(),
  quantity: z.int().nullable().describe('Pieces; null on a meter line'),
  usage: cubicMetres.nullable().describe('m³ on a meter line'),
  rate,
  amount: money,
  taxCategory: z.enum(TAX_CATEGORIES),
});

export const taxSummary = z.object({ category: z.enum(TAX_CATEGORIES), rate: percent, net: money, tax: money });

export const meterBilling = z.object({
  previous: reading.nullable().describe('null: this reading is the baseline'),
  current: reading,
  usage: cubicMetres,
  rate: rate.nullable(),
  amount: money,
  isEstimated: z.boolean(),
  isBaseline: z.boolean(),
});

const totals = {
  netAmount: money,
  taxAmount: money,
  roundingAmount: money,
  totalAmount: money,
  taxes: z.array(taxSummary),
};

export const transactionRow = z.object({
  id,
  number: z.string(),
  businessDate,
  createdAt: instant,
  customerId: id,
  customerName: z.string(),
  userId: id,
  source: saleSource,
  poNumber: z.string().nullable(),
  remarks: z.string().nullable(),
  netAmount: money,
  taxAmount: money,
  roundingAmount: money,
  totalAmount: money,
  invoiceId: id.nullable(),
});

export const transaction = transactionRow.extend({
  approvedBy: id.nullable(),
  taxes: z.array(taxSummary),
  meter: meterBilling.nullable(),
  lines: z.array(transactionLine),
});

const warning = z.object({ code: z.string(), message: z.string() });

export const saleErrors = [
  'NOT_FOUND',
  'INVALID_STATE',
  'INSUFFICIENT_STOCK',
  'NO_RATE',
  'METER_ROLLBACK',
  'NEGATIVE_TOTAL',
  'CREDIT_LIMIT',
  'DATE_NOT_ALLOWED',
  'DAY_CLOSED',
  'APPROVAL_REQUIRED',
] as const;

export const transactions = {
  'transactions.quote': query({
    summary: 'What a sale would come to: lines, totals and warnings; writes nothing',
    http: { method: 'POST', path: '/transactions/quote', status: 200 },
    may: DESK_AND_DRIVERS,
    input: z.strictObject({
      ...saleFields,
      requestId: z.uuid().optional(),
      approval: z.unknown().optional().describe('Ignored: a quote needs no approval'),
    }),
    output: z.object({
      businessDate,
      lines: z.array(transactionLine),
      meter: meterBilling.nullable(),
      ...totals,
      cashTotal: money.describe('The total if all of it is paid in cash now'),
      isInvoiced: z.boolean(),
      warnings: z.array(warning),
    }),
    errors: saleErrors,
  }),
  'transactions.create': command({
    summary: 'Bill a sale: stock, meter, invoice, payment and receipt in one step',
    http: {
      method: 'POST',
      path: '/transactions',
      aliases: ['/transactions/create_transaction'],
      status: 201,
    },
    may: DESK_AND_DRIVERS,
    requestId: 'required',
    input: saleFields,
    output: z.object({
      transaction,
      invoice: invoice.nullable(),
      receipt: receipt.nullable(),
      warnings: z.array(warning),
    }),
    errors: [...saleErrors, 'CONFLICT'],
  }),
  'transactions.list': query({
    summary: 'Sales, newest first',
    http: { method: 'GET', path: '/transactions' },
    may: 'signedIn',
    input: listInput(
      ['-id', 'id'],
      {
        customerId: id.optional(),
        userId: id.optional(),
        from: businessDate.optional(),
        to: businessDate.optional(),
      },
      'The number, its beginning or its running number (123, 2026-123); the beginning of the PO number; any part of the customer’s present name',
    ),
    output: listOutput(transactionRow),
  }),
  'transactions.get': query({
    summary: 'One sale with its lines',
    http: { method: 'GET', path: '/transactions/:id' },
    may: 'signedIn',
    input: idInput,
    output: transaction,
    errors: ['NOT_FOUND'],
  }),
};
