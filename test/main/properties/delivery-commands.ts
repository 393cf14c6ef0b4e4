import * as fc from 'fast-check';

const who = fc.constantFrom('admin', 'admin', 'clerk', 'driver');
const document = fc.nat(6);

/** What a clerk wishes for one sale; mostly nothing in particular. */
export const deliverWish = fc.option(fc.record({ print: fc.boolean(), email: fc.boolean() }, { requiredKeys: [] }), {
  freq: 2,
});

/** Printers and mail set up some way, or taken away again. */
const equip = fc.record({
  kind: fc.constant('equip' as const),
  who: fc.constantFrom('admin', 'admin', 'admin', 'clerk'),
  hasPrinters: fc.constantFrom(true, true, false),
  hasRoll: fc.boolean(),
  hasMail: fc.constantFrom(true, true, false),
  isAutomatic: fc.boolean(),
});

/** A document is asked for, on paper or by mail. */
const ask = fc.record({
  kind: fc.constant('ask' as const),
  who,
  verb: fc.constantFrom(
    'invoices.print' as const,
    'invoices.print' as const,
    'invoices.email' as const,
    'payments.printReceipt' as const,
    'payments.emailReceipt' as const,
    'transactions.printDeliveryNote' as const,
    'distributions.print' as const,
  ),
  document,
  copies: fc.option(fc.integer({ min: 1, max: 3 })),
  to: fc.option(fc.constant('boss@example.com')),
  printer: fc.option(fc.constantFrom('Office', 'Till', 'Attic'), { freq: 2 }),
});

const askMany = fc.record({
  kind: fc.constant('askMany' as const),
  who,
  verb: fc.constantFrom('invoices.printMany' as const, 'invoices.emailMany' as const),
  documents: fc.array(document, { minLength: 1, maxLength: 4 }),
});

/** Somebody does something about a job. */
const mend = fc.record({
  kind: fc.constant('mend' as const),
  who,
  verb: fc.constantFrom(
    'jobs.retry' as const,
    'jobs.cancel' as const,
    'jobs.resolve' as const,
    'jobs.resolve' as const,
    'jobs.retryAll' as const,
  ),
  job: fc.nat(20),
  printed: fc.boolean(),
});

/** What becomes of paper and letters from now on, and whether all that is due is done before anything else happens. */
const farEnd = fc.record({
  kind: fc.constant('farEnd' as const),
  paper: fc.constantFrom('printed', 'printed', 'handed', 'again', 'failed', 'uncertain'),
  mail: fc.constantFrom('accepted', 'accepted', 'again', 'failed', 'unknown'),
  waits: fc.boolean(),
});

/** What may happen to paper and mail. */
export const deliveryCommand = fc.oneof(
  { weight: 1, arbitrary: equip },
  { weight: 5, arbitrary: ask },
  { weight: 2, arbitrary: askMany },
  { weight: 4, arbitrary: mend },
  { weight: 3, arbitrary: farEnd },
);

export type DeliveryCommand = typeof deliveryCommand extends fc.Arbitrary<infer One> ? One : never;
export type FarEnd = Extract<DeliveryCommand, { kind: 'farEnd' }>;
