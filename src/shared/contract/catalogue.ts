import { z } from 'zod';
import { TAX_CATEGORIES } from '../invoice-snapshot.ts';
import { MANAGERS } from '../roles.ts';
import { command, query } from './define.ts';
import { code, flag, id, idInput, line, paragraph, price, requiredLine } from './fields.ts';
import { listInput, listOutput } from './lists.ts';

export const DEPOT_KINDS = ['OWN', 'SUPPLIER'] as const;
export const EQUIPMENT_TYPES = ['CYLINDER', 'METER', 'REGULATOR'] as const;

export const depot = z.object({
  id,
  code: z.string(),
  name: z.string(),
  address: z.string(),
  kind: z.enum(DEPOT_KINDS),
  isActive: z.boolean(),
});

const depotFields = { code, name: requiredLine(100), address: paragraph(200), kind: z.enum(DEPOT_KINDS) };

export const depots = {
  'depots.list': query({
    summary: 'Depots and bottling plants',
    http: { method: 'GET', path: '/depots' },
    may: 'signedIn',
    input: listInput(['code', '-code'], { kind: z.enum(DEPOT_KINDS).optional(), isActive: flag.optional() }),
    output: listOutput(depot),
  }),
  'depots.get': query({
    summary: 'One depot',
    http: { method: 'GET', path: '/depots/:id' },
    may: 'signedIn',
    input: idInput,
    output: depot,
    errors: ['NOT_FOUND'],
  }),
  'depots.create': command({
    summary: 'Add a depot or a bottling plant',
    http: { method: 'POST', path: '/depots', status: 201 },
    may: ['ADMIN'],
    requestId: 'optional',
    input: { ...depotFields, address: depotFields.address.default(''), kind: depotFields.kind.default('OWN') },
    output: depot,
    errors: ['CONFLICT'],
  }),
  'depots.update': command({
    summary: 'Change a depot',
    http: { method: 'PATCH', path: '/depots/:id' },
    may: ['ADMIN'],
    requestId: 'optional',
    input: { id, ...z.strictObject(depotFields).partial().shape, isActive: flag.optional() },
    output: depot,
    errors: ['NOT_FOUND', 'CONFLICT', 'INVALID_STATE'],
  }),
  'depots.deactivate': command({
    summary: 'Close a depot; its history stays',
    http: { method: 'DELETE', path: '/depots/:id' },
    may: ['ADMIN'],
    requestId: 'optional',
    input: { id },
    output: depot,
    errors: ['NOT_FOUND', 'INVALID_STATE'],
  }),
};

export const equipmentItem = z.object({
  id,
  name: z.string(),
  sku: z.string(),
  equipmentType: z.enum(EQUIPMENT_TYPES),
  weightKg: z.string().nullable().describe('Kilograms with two decimals'),
  listPrice: price.nullable(),
  deposit: price.nullable(),
  reorderLevel: z.int().nullable(),
  barcode: z.string().nullable(),
  isActive: z.boolean(),
});

const equipmentFields = {
  name: requiredLine(100),
  sku: requiredLine(50),
  equipmentType: z.enum(EQUIPMENT_TYPES),
  weightKg: z
    .string()
    .regex(/^\d{1,4}(\.\d{1,2})?$/, 'must be kilograms, like "12.70"')
    .nullish(),
  listPrice: price.nullish(),
  deposit: price.nullish(),
  reorderLevel: z.int().min(0).max(1_000_000).nullish(),
  barcode: line(50).nullish(),
};

export const equipment = {
  'equipment.list': query({
    summary: 'Cylinders, meters and regulators',
    http: { method: 'GET', path: '/equipment' },
    may: 'signedIn',
    input: listInput(['sku', '-sku', 'name', '-name'], {
      equipmentType: z.enum(EQUIPMENT_TYPES).optional(),
      barcode: z.string().max(50).optional(),
      isActive: flag.optional(),
    }),
    output: listOutput(equipmentItem),
  }),
  'equipment.get': query({
    summary: 'One piece of equipment',
    http: { method: 'GET', path: '/equipment/:id' },
    may: 'signedIn',
    input: idInput,
    output: equipmentItem,
    errors: ['NOT_FOUND'],
  }),
  'equipment.create': command({
    summary: 'Add equipment with its list price and deposit',
    http: { method: 'POST', path: '/equipment', status: 201 },
    may: MANAGERS,
    requestId: 'optional',
    input: { ...equipmentFields, isActive: flag.default(true) },
    output: equipmentItem,
    errors: ['CONFLICT'],
  }),
  'equipment.update': command({
    summary: 'Change equipment; issued documents keep the old price',
    http: { method: 'PATCH', path: '/equipment/:id' },
    may: MANAGERS,
    requestId: 'optional',
    input: { id, ...z.strictObject(equipmentFields).partial().shape, isActive: flag.optional() },
    output: equipmentItem,
    errors: ['NOT_FOUND', 'CONFLICT'],
  }),
  'equipment.deactivate': command({
    summary: 'Take equipment off the lists; its history stays',
    http: { method: 'DELETE', path: '/equipment/:id' },
    may: MANAGERS,
    requestId: 'optional',
    input: { id },
    output: equipmentItem,
    errors: ['NOT_FOUND'],
  }),
};

export const service = z.object({
  id,
  code: z.string(),
  name: z.string(),
  price,
  taxCategory: z.enum(TAX_CATEGORIES),
  isActive: z.boolean(),
});

/** `OS` is for deposits and `NG` follows from the company: neither can be chosen for a service. */
export const SERVICE_TAX_CATEGORIES = ['SR', 'ZR', 'ES33'] as const;

const serviceFields = { code, name: requiredLine(100), price, taxCategory: z.enum(SERVICE_TAX_CATEGORIES) };

export const services = {
  'services.list': query({
    summary: 'The service catalogue',
    http: { method: 'GET', path: '/services' },
    may: 'signedIn',
    input: listInput(['code', '-code', 'name', '-name'], { isActive: flag.optional() }),
    output: listOutput(service),
  }),
  'services.get': query({
    summary: 'One service',
    http: { method: 'GET', path: '/services/:id' },
    may: 'signedIn',
    input: idInput,
    output: service,
    errors: ['NOT_FOUND'],
  }),
  'services.create': command({
    summary: 'Add a service',
    http: { method: 'POST', path: '/services', status: 201 },
    may: MANAGERS,
    requestId: 'optional',
    input: { ...serviceFields, taxCategory: serviceFields.taxCategory.default('SR') },
    output: service,
    errors: ['CONFLICT'],
  }),
  'services.update': command({
    summary: 'Change a service; issued documents keep the old price',
    http: { method: 'PATCH', path: '/services/:id' },
    may: MANAGERS,
    requestId: 'optional',
    input: { id, ...z.strictObject(serviceFields).partial().shape, isActive: flag.optional() },
    output: service,
    errors: ['NOT_FOUND', 'CONFLICT'],
  }),
  'services.deactivate': command({
    summary: 'Take a service off the list; its history stays',
    http: { method: 'DELETE', path: '/services/:id' },
    may: MANAGERS,
    requestId: 'optional',
    input: { id },
    output: service,
    errors: ['NOT_FOUND'],
  }),
};
