import { z } from 'zod';
import { DESK, MANAGERS } from '../roles.ts';
import { command, query } from './define.ts';
import { businessDate, id, instant, line, quantity, reason, requiredLine } from './fields.ts';
import { listInput, listOutput } from './lists.ts';

export const ENTITIES = ['depot', 'truck', 'customer'] as const;
export const LOCATION_KINDS = ['DEPOT', 'TRUCK', 'CUSTOMER', 'SOLD', 'LOST', 'SCRAP', 'OPENING', 'ADJUSTMENT'] as const;
/** What movements are asked for by: as above, in the words of queries. */
export const MOVEMENT_PLACES = [...ENTITIES, 'sold', 'lost', 'scrap', 'opening', 'adjustment'] as const;
export const GOODS_CONDITIONS = ['FULL', 'EMPTY', 'DAMAGED'] as const;
export const CONDITIONS = [...GOODS_CONDITIONS, 'ON_SITE'] as const;
export const DOCUMENT_KINDS = ['TRANSACTION', 'DISTRIBUTION', 'STOCK_TRANSFER', 'ADJUSTMENT', 'IMPORT'] as const;

const place = z.object({
  kind: z.enum(LOCATION_KINDS),
  id: z.int().nullable().describe('Depot, driver or customer; null for SOLD, LOST, SCRAP, OPENING, ADJUSTMENT'),
  name: z.string(),
  condition: z.enum(CONDITIONS),
});

export const movement = z.object({
  id,
  instant,
  businessDate,
  equipmentId: id,
  quantity: z.int(),
  from: place,
  to: place,
  documentKind: z.enum(DOCUMENT_KINDS),
  documentId: id.nullable(),
  documentNumber: z.string().nullable(),
  reason: z.string().nullable(),
  userId: id.nullable(),
});

export const inventoryItem = z.object({
  entity: z.enum(ENTITIES),
  entityId: id,
  equipmentId: id,
  full: z.int(),
  empty: z.int(),
  damaged: z.int(),
  onSite: z.int(),
});

export const inventories = {
  'inventories.list': query({
    summary: 'What is at a depot, on a truck or on loan at a customer',
    http: { method: 'GET', path: '/inventories' },
    may: 'signedIn',
    input: z.strictObject({ entity: z.enum(ENTITIES), entityId: id.optional() }),
    output: z.object({ items: z.array(inventoryItem) }),
    errors: ['NOT_FOUND'],
  }),
  'inventories.update': command({
    summary: 'Set a counted quantity: the difference is posted against ADJUSTMENT with the reason',
    http: { method: 'POST', path: '/inventories/update', status: 200 },
    may: DESK,
    requestId: 'required',
    input: {
      entity: z.enum(['depot', 'customer']),
      entityId: id,
      equipmentId: id,
      condition: z.enum(GOODS_CONDITIONS).optional().describe('For a depot; at a customer there is only ON_SITE'),
      quantity: z.int().min(0).max(1_000_000),
      reason,
    },
    output: z.object({ item: inventoryItem, difference: z.int() }),
    errors: ['NOT_FOUND', 'APPROVAL_REQUIRED'],
  }),
};

const transferInput = {
  depotId: id,
  supplierDepotId: id,
  businessDate: businessDate.optional(),
  reference: requiredLine(50),
  remarks: line(200).optional(),
  items: z
    .array(
      z.strictObject({ equipmentId: id, condition: z.enum(GOODS_CONDITIONS), quantity: z.int().min(1).max(100_000) }),
    )
    .min(1, 'must have one item at least')
    .max(200),
};

const transfer = z.object({
  id,
  direction: z.enum(['RECEIVE', 'DISPATCH']),
  depotId: id,
  supplierDepotId: id,
  businessDate,
  reference: z.string(),
  items: z.array(z.object({ equipmentId: id, condition: z.enum(GOODS_CONDITIONS), quantity: z.int() })),
});

export const stock = {
  'stock.receive': command({
    summary: 'Goods from a bottling plant into a depot',
    http: { method: 'POST', path: '/stock/receive', status: 201 },
    may: DESK,
    requestId: 'required',
    input: transferInput,
    output: transfer,
    errors: ['NOT_FOUND', 'INVALID_STATE', 'DATE_NOT_ALLOWED', 'DAY_CLOSED', 'APPROVAL_REQUIRED'],
  }),
  'stock.dispatch': command({
    summary: 'Goods from a depot to a bottling plant',
    http: { method: 'POST', path: '/stock/dispatch', status: 201 },
    may: DESK,
    requestId: 'required',
    input: transferInput,
    output: transfer,
    errors: ['NOT_FOUND', 'INVALID_STATE', 'INSUFFICIENT_STOCK', 'DATE_NOT_ALLOWED', 'DAY_CLOSED', 'APPROVAL_REQUIRED'],
  }),
  'stock.markDamaged': command({
    summary: 'Goods at a depot turn out to be damaged: moved from full or empty, with the reason',
    http: { method: 'POST', path: '/stock/damaged', status: 200 },
    may: DESK,
    requestId: 'required',
    input: {
      depotId: id,
      equipmentId: id,
      condition: z.enum(['FULL', 'EMPTY']).describe('What they were taken for'),
      quantity,
      reason,
    },
    output: z.object({ item: inventoryItem }),
    errors: ['NOT_FOUND', 'INVALID_STATE', 'INSUFFICIENT_STOCK', 'APPROVAL_REQUIRED'],
  }),
  'stock.movements': query({
    summary: 'Stock movements, newest first',
    http: { method: 'GET', path: '/stock/movements' },
    may: 'signedIn',
    input: listInput(
      ['-id', 'id'],
      {
        equipmentId: id.optional(),
        entity: z.enum(MOVEMENT_PLACES).optional().describe('From or to a place of this kind'),
        entityId: id.optional().describe('Which depot, driver or customer'),
        condition: z.enum(CONDITIONS).optional().describe('In this condition at that place'),
        from: businessDate.optional(),
        to: businessDate.optional(),
      },
      'The document’s number, its beginning or its running number (123, 2026-123)',
    ),
    output: listOutput(movement),
  }),
  'stock.check': query({
    summary: 'Proves that every equipment sums to zero and that balances equal their movements',
    http: { method: 'GET', path: '/stock/check' },
    may: [...MANAGERS, 'AUDITOR'],
    input: z.strictObject({}),
    output: z.object({ ok: z.boolean(), problems: z.array(z.string()) }),
  }),
};
