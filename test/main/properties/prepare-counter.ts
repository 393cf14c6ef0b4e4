import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Result } from '../../../src/shared/errors.ts';
import { MAIL, PRINTERS } from '../../helpers/delivery-settings.ts';
import { openEdgeCase } from '../../helpers/open-edge-case.ts';
import { openTestConsole, requestId, type TestConsole } from '../../helpers/open-test-console.ts';
import { type Beyond, openBeyond } from './far-end.ts';

/** So that a few days back are last year, whose numbers are a row of their own. */
const START = new Date('2026-01-03T01:00:00.000Z');
const PASSWORD = 'correct horse';
const USERNAMES = { admin: 'admin', clerk: 'clerk', driver: 'driver1', supervisor: 'supervisor' } as const;

export type Who = keyof typeof USERNAMES;

/** What a day at the counter begins with; ids of it all. */
export interface Counter {
  dataDir: string;
  depotId: number;
  supplierId: number;
  cylinders: number[];
  regulatorId: number;
  meterId: number;
  serviceId: number;
  drivers: number[];
  customers: number[];
}

/** A depot with cylinders, two trucks, printers, mail and four customers, closed again, to begin each day from a copy of it. */
export async function prepareCounter(): Promise<Counter> {
  const edge = await openEdgeCase({ start: START });
  const { admin, console, depotId, supplierId, cylinder14, hose, customerK } = edge;
  const add = async (name: string, equipmentType: 'CYLINDER' | 'METER' | 'REGULATOR', listPrice: string | null) => {
    const { id } = await admin('equipment.create', { name, sku: name, equipmentType, listPrice, deposit: '80.00' });
    await edge.receive(id, 60);
    return id;
  };
  const cylinders = [cylinder14.id, await add('CYL 50 kg', 'CYLINDER', '121.35')];
  const regulatorId = await add('Regulator', 'REGULATOR', '25.05');
  const meterId = await add('Meter', 'METER', null);
  const load = async (driverId: number) => {
    const item = { direction: 'OUT' as const, condition: 'FULL' as const, quantity: 12 };
    const items = cylinders.map((equipmentId) => ({ ...item, equipmentId }));
    const slip = { requestId: requestId(), depotId, driverId, items };
    const { id } = await admin('distributions.create', slip);
    await admin('distributions.confirm', { id });
  };
  await edge.addUser('COUNTER', USERNAMES.clerk);
  await edge.addUser('SUPERVISOR', USERNAMES.supervisor);
  const drivers = [(await edge.addUser('DRIVER', USERNAMES.driver)).id, (await edge.addUser('DRIVER', 'driver2')).id];
  const meter = { isMeterInstalled: true, meterDigits: 5, meterRate: '2.8504' };
  const customers = [
    customerK.id,
    (await edge.addCustomer({ ...meter, lastMeterReading: '99990.500', email: 'piped@example.com' })).id,
    (await edge.addCustomer({ ...meter, paymentType: 'CREDIT', creditLimit: '250.00' })).id,
    (await edge.addCustomer()).id,
  ];
  for (const driverId of drivers) await load(driverId);
  await admin('settings.update', { printers: PRINTERS, mail: MAIL });
  for (const entityId of customers) {
    const counted = {
      entity: 'customer' as const,
      entityId,
      equipmentId: cylinder14.id,
      quantity: 6,
      reason: 'opening',
    };
    await admin('inventories.update', { ...counted, requestId: requestId() });
  }
  await console.close();
  const { dataDir } = console;
  return { dataDir, depotId, supplierId, cylinders, regulatorId, meterId, serviceId: hose.id, drivers, customers };
}

export interface Day {
  console: TestConsole;
  counter: Counter;
  beyond: Beyond;
  /** Calls a verb as somebody, who signs in when his session is over. */
  call(who: Who, verb: string, input: unknown): Promise<Result<unknown>>;
  end(): Promise<void>;
}

/** A new day on a copy of the counter. */
export async function openDay(counter: Counter): Promise<Day> {
  const folder = await mkdtemp(path.join(tmpdir(), 'depot-day-'));
  await cp(counter.dataDir, folder, { recursive: true });
  const console = await openTestConsole(folder, START);
  const tokens = new Map<Who, string>();
  const at = { device: 'counter-1', remoteAddress: null, transport: 'ipc' } as const;
  const signIn = async (who: Who) => {
    const { access } = await console.anyone('session.login', { username: USERNAMES[who], password: PASSWORD });
    tokens.set(who, access);
    return access;
  };
  return {
    console,
    counter,
    beyond: openBeyond(console),
    async call(who, verb, input) {
      const result = await console.dispatch(verb, input, { ...at, token: tokens.get(who) ?? (await signIn(who)) });
      if (result.ok || result.error.message !== 'Please sign in.') return result;
      return console.dispatch(verb, input, { ...at, token: await signIn(who) });
    },
    async end() {
      await console.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
