import type { Call } from '../import/call-console.ts';

/** Slips name things by their codes, verbs by their ids. */
export interface Directory {
  depots: Codes;
  /** By user name; a driver is his truck. */
  drivers: Codes;
  equipment: Codes;
  services: Codes;
  customers: Codes;
}

export type Codes = ReadonlyMap<string, number>;

/** Reads the whole directory. @param call as somebody who may see users */
export async function readDirectory(call: Call): Promise<Directory> {
  const depots = await everyPage((page) => call('depots.list', page));
  const drivers = await everyPage((page) => call('users.list', { ...page, role: 'DRIVER' }));
  const equipment = await everyPage((page) => call('equipment.list', page));
  const services = await everyPage((page) => call('services.list', page));
  const customers = await everyPage((page) => call('customers.list', page));
  return {
    depots: new Map(depots.map(({ code, id }) => [code, id])),
    drivers: new Map(drivers.map(({ username, id }) => [username, id])),
    equipment: new Map(equipment.map(({ sku, id }) => [sku, id])),
    services: new Map(services.map(({ code, id }) => [code, id])),
    customers: new Map(customers.map(({ code, id }) => [code, id])),
  };
}

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Asks a list for all it has. */
export async function everyPage<Item>(
  ask: (page: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await ask({ limit: 200, ...(cursor === null ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
