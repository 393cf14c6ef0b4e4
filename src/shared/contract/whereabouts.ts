import { z } from 'zod';
import { query } from './define.ts';
import { businessDate, id } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { CONDITIONS, LOCATION_KINDS } from './stock.ts';

const truckLoad = z.object({
  equipmentId: id,
  full: z.int().describe('On the truck now; below zero: its slips are not keyed yet'),
  empty: z.int(),
  damaged: z.int(),
  loaded: z.int().describe('From depots, today'),
  sold: z.int().describe('To customers, today, on loan or for good'),
  takenBack: z.int().describe('From customers, today'),
  returned: z.int().describe('To depots, today'),
});

const truck = z.object({
  driverId: id,
  name: z.string(),
  vehicleNo: z.string().nullable(),
  isActive: z.boolean(),
  items: z.array(truckLoad),
  draftSlips: z.array(z.object({ id, number: z.string(), businessDate })),
  isUnreconciled: z.boolean().describe('Below zero somewhere, or a slip is still a draft'),
});

/** All goods of one equipment at one place in one condition; trucks and customers are added up. */
const placeTotal = z.object({
  kind: z.enum(LOCATION_KINDS),
  depot: z.object({ id, name: z.string(), isSupplier: z.boolean() }).nullable(),
  condition: z.enum(CONDITIONS),
  quantity: z.int(),
});

export const whereabouts = {
  'stock.trucks': query({
    summary: 'Each truck: what is on it now, what was loaded, sold and returned today, what is not reconciled',
    http: { method: 'GET', path: '/stock/trucks' },
    may: 'signedIn',
    input: z.strictObject({}),
    output: z.object({ businessDate, items: z.array(truck) }),
  }),
  'stock.whereabouts': query({
    summary: 'Where all of an equipment is; with what came in and what was adjusted it sums to zero',
    http: { method: 'GET', path: '/stock/whereabouts' },
    may: 'signedIn',
    input: z.strictObject({ equipmentId: id }),
    output: z.object({
      equipmentId: id,
      isWhole: z.boolean().describe('false: places that are not the reader’s to see are left out'),
      places: z.array(placeTotal),
    }),
    errors: ['NOT_FOUND'],
  }),
  'stock.onSite': query({
    summary: 'Customers who have an equipment on site, most first',
    http: { method: 'GET', path: '/stock/on-site' },
    may: 'signedIn',
    input: listInput(['-quantity', 'quantity'], { equipmentId: id }, 'Any part of the customer’s name'),
    output: listOutput(
      z.object({ customerId: id, customerCode: z.string(), customerName: z.string(), quantity: z.int() }),
    ),
  }),
};
