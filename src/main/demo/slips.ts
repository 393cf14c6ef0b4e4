import { z } from 'zod';
import { CYLINDER_ACTIONS, OWNERSHIPS } from '../../shared/contract/transactions.ts';
import { DIRECTIONS } from '../../shared/contract/distributions.ts';
import { PAYMENT_METHODS } from '../../shared/contract/payments.ts';
import { GOODS_CONDITIONS } from '../../shared/contract/stock.ts';

const distribution = z.strictObject({
  kind: z.literal('distribution'),
  depot: z.string(),
  driver: z.string(),
  poNumber: z.string().optional(),
  items: z.array(
    z.strictObject({
      sku: z.string(),
      direction: z.enum(DIRECTIONS),
      condition: z.enum(GOODS_CONDITIONS),
      quantity: z.int(),
    }),
  ),
  confirm: z.boolean(),
});

const saleItem = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('cylinder'),
    sku: z.string(),
    action: z.enum(CYLINDER_ACTIONS),
    quantity: z.int(),
  }),
  z.strictObject({ type: z.literal('service'), service: z.string(), quantity: z.int() }),
  z.strictObject({
    type: z.literal('equipment'),
    sku: z.string(),
    quantity: z.int(),
    ownership: z.enum(OWNERSHIPS).optional(),
  }),
  z.strictObject({ type: z.literal('deposit'), sku: z.string(), quantity: z.int() }),
]);

const sale = z.strictObject({
  kind: z.literal('sale'),
  requestId: z.uuid(),
  customer: z.string(),
  source: z.strictObject({ kind: z.enum(['depot', 'truck']), code: z.string() }),
  items: z.array(saleItem),
  currentMeter: z.string().optional(),
  meterRollover: z.boolean().optional(),
  confirmUnusual: z.boolean().optional(),
  payment: z
    .strictObject({ method: z.enum(PAYMENT_METHODS), amount: z.string(), reference: z.string().optional() })
    .optional(),
});

const payment = z.strictObject({
  kind: z.literal('payment'),
  customer: z.string(),
  method: z.enum(PAYMENT_METHODS),
  amount: z.string(),
  reference: z.string().optional(),
});

const slip = z.discriminatedUnion('kind', [distribution, sale, payment]);

/** A slip as it lies on the counter: places, goods and people by their codes. */
export type Slip = z.output<typeof slip>;
export type DistributionSlip = z.output<typeof distribution>;
export type SaleSlip = z.output<typeof sale>;
export type PaymentSlip = z.output<typeof payment>;

/** Reads slips.jsonl, one slip a line, in the order they were keyed. */
export function parseSlips(text: string): Slip[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => slip.parse(JSON.parse(line)));
}
