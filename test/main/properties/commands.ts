import * as fc from 'fast-check';
import { deliverWish, deliveryCommand } from './delivery-commands.ts';

/** Indices into what the depot has; which customer 7 is, performing says. */
const index = fc.nat(11);
const quantity = fc.integer({ min: 1, max: 5 });
/** Mostly today; now and then too far back, or tomorrow. */
const daysBack = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -1, max: 9 }) },
);
const who = fc.constantFrom('admin', 'admin', 'clerk', 'clerk', 'driver');
const approval = fc.oneof(
  { weight: 3, arbitrary: fc.constant('none' as const) },
  { weight: 1, arbitrary: fc.constantFrom('supervisor' as const, 'own' as const) },
);
const condition = fc.constantFrom('FULL', 'EMPTY', 'DAMAGED');
const method = fc.constantFrom('CASH', 'CASH', 'PAYNOW', 'CHEQUE', 'TRANSFER', 'CARD');

const item = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('DELIVER'), quantity, isCheaper: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constantFrom('EMPTY_RETURN', 'HALF_RETURN', 'DAMAGED_RETURN'), quantity }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constantFrom('service', 'regulator', 'meter', 'deposit'), quantity }),
  },
);
export type SoldItem = { type: string; quantity: number; isCheaper?: boolean };

const sale = fc.record({
  kind: fc.constant('sale' as const),
  who,
  customer: index,
  truck: fc.option(index),
  items: fc.array(item as fc.Arbitrary<SoldItem>, { minLength: 1, maxLength: 3 }),
  /** m³/1000 since the last reading; now and then below it. */
  usage: fc.option(fc.integer({ min: -5_000, max: 40_000 }), { freq: 3 }),
  isEstimated: fc.boolean(),
  isRollover: fc.boolean(),
  confirms: fc.boolean(),
  payment: fc.option(fc.record({ method, share: fc.constantFrom('full', 'part', 'over'), hasChange: fc.boolean() })),
  deliver: deliverWish,
  daysBack,
  approval,
});

const payment = fc.record({
  kind: fc.constant('payment' as const),
  who,
  customer: index,
  method,
  cents: fc.integer({ min: 1, max: 20_000 }),
  /** Open invoices to choose: cents for each, or oldest first. */
  chosen: fc.option(fc.array(fc.integer({ min: 1, max: 9_000 }), { maxLength: 3 })),
  daysBack,
  approval,
});

const transfer = fc.record({
  kind: fc.constantFrom('receive' as const, 'dispatch' as const),
  who,
  items: fc.array(fc.record({ equipment: index, condition, quantity: fc.integer({ min: 1, max: 20 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  daysBack,
  approval,
});

const slipItem = fc.record({ equipment: index, direction: fc.constantFrom('OUT', 'IN'), condition, quantity });

const slip = fc.record({
  kind: fc.constant('slip' as const),
  who,
  truck: index,
  items: fc.array(slipItem, { minLength: 1, maxLength: 3 }),
  daysBack,
  approval,
});

const settle = fc.record({
  kind: fc.constantFrom('confirm' as const, 'confirm' as const, 'cancel' as const, 'rewrite' as const),
  who,
  slip: fc.nat(40),
  items: fc.array(slipItem, { minLength: 1, maxLength: 2 }),
  confirms: fc.boolean(),
});

const count = fc.record({
  kind: fc.constant('count' as const),
  who,
  customer: fc.option(index),
  equipment: index,
  condition,
  quantity: fc.nat(30),
  approval,
});

const terms = fc.record({
  kind: fc.constantFrom('limit' as const, 'rates' as const, 'meterRate' as const),
  who,
  customer: index,
  cents: fc.nat(60_000),
  daysBack: fc.integer({ min: -3, max: 20 }),
});

const clock = fc.record({ kind: fc.constant('clock' as const), hours: fc.integer({ min: -40, max: 30 }) });

/** A request that came once already, as it was or with something else in it. */
const again = fc.record({
  kind: fc.constant('again' as const),
  request: fc.nat(40),
  change: fc.constantFrom('none', 'none', 'input', 'person'),
});

/** What may happen at the counter, as it comes. */
export const commands = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: sale },
    { weight: 4, arbitrary: payment },
    { weight: 3, arbitrary: slip },
    { weight: 4, arbitrary: settle },
    { weight: 2, arbitrary: transfer },
    { weight: 1, arbitrary: count },
    { weight: 1, arbitrary: terms },
    { weight: 1, arbitrary: clock },
    { weight: 3, arbitrary: again },
    { weight: 9, arbitrary: deliveryCommand },
  ),
  { minLength: 20, maxLength: 60, size: 'max' },
);

export type Command = typeof commands extends fc.Arbitrary<(infer One)[]> ? One : never;
export type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;
