import { can, type Case } from './case.ts';

const READ = 'read lists and reports';
const TRUCKS = 'read any truck, to load it and sell from it';

/** Where the goods are, and what is drawn of customers and money. */
export const GOODS: readonly Case[] = [
  can(TRUCKS, 'stock.trucks', () => ({}), {
    concerns: 'truck',
    shows: ({ items }, { side }) => items.some(({ driverId }) => driverId === side.driverId),
  }),
  can(READ, 'stock.whereabouts', ({ ground }) => ({ equipmentId: ground.cylinderId }), {
    concerns: 'depot',
    shows: ({ places }, { side }) => places.some(({ depot }) => depot?.id === side.depotId),
  }),
  can(READ, 'stock.onSite', ({ ground }) => ({ equipmentId: ground.cylinderId })),
  can(READ, 'customers.meterHistory', ({ ground }) => ({ id: ground.customerId })),
  can(READ, 'customers.meterUsage', ({ ground }) => ({ id: ground.customerId })),
  can(READ, 'customers.onSiteHistory', ({ ground }) => ({ id: ground.customerId })),
  can(READ, 'reports.takings', () => ({})),
];
