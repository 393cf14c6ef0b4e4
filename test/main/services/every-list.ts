import { contract, type QueryVerb, type Verb } from '../../../src/shared/contract/index.ts';

type Values = readonly (string | number | boolean)[];

/** What lists are filtered by, with values that the fixture's books have many, few and none of. */
const FILTERS: Readonly<Record<string, Values>> = {
  action: ['transactions.create', 'users.create', 'nothing'],
  barcode: ['1'],
  batch: ['00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001'],
  condition: ['FULL', 'EMPTY', 'DAMAGED', 'ON_SITE'],
  customerId: [1, 7, 999],
  depotId: [1, 3],
  driverId: [4, 24],
  entity: ['depot', 'truck', 'customer', 'sold', 'opening'],
  entityId: [1, 3],
  entityType: ['transaction', 'customer'],
  equipmentId: [1, 2],
  equipmentType: ['CYLINDER'],
  from: ['2024-06-01', '2026-01-19'],
  hasMeter: [true, false],
  invoiceId: [1, 99],
  isActive: [true, false],
  kind: ['OWN'],
  method: ['CASH', 'CARD'],
  needsSomebody: [true, false],
  overdue: [true, false],
  paymentType: ['CREDIT', 'CASH'],
  role: ['DRIVER'],
  startAt: ['2025-06-01', '123'],
  state: ['queued', 'running', 'done', 'failed', 'uncertain', 'cancelled'],
  to: ['2024-06-30', '2025-12-31'],
  underWay: [true, false],
  unpaid: [true, false],
  userId: [2, 3, 24],
};

/** Statuses are each list's own. */
const STATUSES: Partial<Record<Verb, Values>> = {
  'invoices.list': ['void', 'paid', 'emailed', 'printed', 'generated'],
  'distributions.list': ['DRAFT', 'CONFIRMED', 'CANCELLED'],
};

/** Lists that must be told whose rows they are about. */
const WHOSE: Partial<Record<Verb, readonly Readonly<Record<string, number>>[]>> = {
  'customers.meterHistory': [{ id: 7 }, { id: 8 }],
  'stock.onSite': [{ equipmentId: 1 }, { equipmentId: 2 }],
};

const SEARCHES = [
  '123',
  'wong',
  '金龙',
  'INV-KB1-2025-000',
  'inv-kb1-2025-000003',
  'TRX-KB1-2024',
  'PO-12',
  'zzz',
  'counter',
  'C00012',
];

const COMMON = new Set(['search', 'sort', 'limit', 'cursor']);

export interface ListVerb {
  verb: QueryVerb;
  sorts: readonly string[];
  /** What it must be told. */
  whose: Readonly<Record<string, unknown>>;
  /** One value each of every filter there is, and every search. */
  narrowed: readonly Readonly<Record<string, unknown>>[];
}

/** Every verb of the contract that answers keyset pages. @throws when a filter of one has no values above. */
export function everyList(): ListVerb[] {
  const verbs = Object.keys(contract) as Verb[];
  return verbs.filter(isList).map((verb) => {
    const { shape } = contract[verb].input;
    const [whose = {}, ...others] = WHOSE[verb] ?? [];
    const filters = Object.keys(shape).filter((name) => !COMMON.has(name) && !(name in whose));
    const searches = 'search' in shape ? SEARCHES.map((search) => ({ search })) : [];
    const values = filters.flatMap((name) => valuesOf(verb, name).map((value) => ({ [name]: value })));
    return {
      verb,
      sorts: [...shape.sort.unwrap().options],
      whose,
      narrowed: [...others, ...values, ...searches].map((input) => ({ ...whose, ...input })),
    };
  });
}

type List = { [V in QueryVerb]: 'cursor' extends keyof (typeof contract)[V]['input']['shape'] ? V : never }[QueryVerb];

function isList(verb: Verb): verb is List {
  return 'cursor' in contract[verb].input.shape;
}

function valuesOf(verb: Verb, name: string): Values {
  const values = (name === 'status' ? STATUSES[verb] : undefined) ?? FILTERS[name];
  if (values === undefined) throw new Error(`${verb} is filtered by ${name}: give it values in every-list.ts`);
  return values;
}
