import { z } from 'zod';
import { DESK, DESK_AND_DRIVERS } from '../roles.ts';
import { command, query } from './define.ts';
import { businessDate, id, idInput, instant, line, quantity } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { GOODS_CONDITIONS } from './stock.ts';

export const DISTRIBUTION_STATUSES = ['DRAFT', 'CONFIRMED', 'CANCELLED'] as const;
export const DIRECTIONS = ['OUT', 'IN'] as const;

const item = z.strictObject({
  equipmentId: id,
  direction: z.enum(DIRECTIONS).describe('OUT: depot to truck ("Collection"); IN: truck to depot'),
  condition: z.enum(GOODS_CONDITIONS),
  quantity,
});

export const distributionRow = z.object({
  id,
  number: z.string(),
  status: z.enum(DISTRIBUTION_STATUSES),
  depotId: id,
  driverId: id,
  businessDate,
  poNumber: z.string().nullable(),
  remarks: z.string().nullable(),
  totalOut: z.int().describe('Pieces from depot to truck'),
  totalIn: z.int().describe('Pieces from truck to depot'),
  createdBy: id,
  createdAt: instant,
  confirmedBy: id.nullable(),
  confirmedAt: instant.nullable(),
  cancelledBy: id.nullable(),
  cancelledAt: instant.nullable(),
});

export const distribution = distributionRow.extend({ items: z.array(item) });

export const slipFields = {
  depotId: id,
  driverId: id,
  businessDate: businessDate.optional(),
  poNumber: line(50).nullish(),
  remarks: line(500).nullish(),
  items: z.array(item).min(1, 'must have one item at least').max(200),
};

export const distributions = {
  'distributions.create': command({
    summary: 'Write a distribution slip as a draft: no stock moves yet',
    http: {
      method: 'POST',
      path: '/distributions',
      aliases: ['/distributions/create_distribution'],
      status: 201,
    },
    may: DESK_AND_DRIVERS,
    requestId: 'required',
    input: slipFields,
    output: distribution,
    errors: ['NOT_FOUND', 'INVALID_STATE', 'DATE_NOT_ALLOWED', 'DAY_CLOSED', 'APPROVAL_REQUIRED'],
  }),
  'distributions.update': command({
    summary: 'Change a draft slip',
    http: { method: 'PATCH', path: '/distributions/:id' },
    may: DESK_AND_DRIVERS,
    requestId: 'optional',
    input: { id, ...z.strictObject(slipFields).partial().shape },
    output: distribution,
    errors: ['NOT_FOUND', 'INVALID_STATE', 'DATE_NOT_ALLOWED', 'DAY_CLOSED', 'APPROVAL_REQUIRED'],
  }),
  'distributions.confirm': command({
    summary: 'Confirm a slip: all its items move between depot and truck, or none',
    http: { method: 'POST', path: '/distributions/:id/confirm', status: 200 },
    may: DESK,
    requestId: 'optional',
    input: { id, confirmTruckShort: z.boolean().optional() },
    output: distribution,
    errors: ['NOT_FOUND', 'INVALID_STATE', 'INSUFFICIENT_STOCK', 'DATE_NOT_ALLOWED', 'DAY_CLOSED', 'APPROVAL_REQUIRED'],
  }),
  'distributions.cancel': command({
    summary: 'Cancel a draft slip; it keeps its number',
    http: { method: 'POST', path: '/distributions/:id/cancel', status: 200 },
    may: DESK,
    requestId: 'optional',
    input: { id, reason: line(200).optional() },
    output: distribution,
    errors: ['NOT_FOUND', 'INVALID_STATE'],
  }),
  'distributions.list': query({
    summary: 'Distribution slips, newest first',
    http: { method: 'GET', path: '/distributions' },
    may: 'signedIn',
    input: listInput(
      ['-id', 'id'],
      {
        status: z.enum(DISTRIBUTION_STATUSES).optional(),
        depotId: id.optional(),
        driverId: id.optional(),
        from: businessDate.optional(),
        to: businessDate.optional(),
      },
      'The number, its beginning or its running number (123, 2026-123); the beginning of the PO number',
    ),
    output: listOutput(distributionRow),
  }),
  'distributions.get': query({
    summary: 'One distribution slip with its items',
    http: { method: 'GET', path: '/distributions/:id' },
    may: 'signedIn',
    input: idInput,
    output: distribution,
    errors: ['NOT_FOUND'],
  }),
};
