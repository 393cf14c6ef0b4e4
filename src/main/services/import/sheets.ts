import { z } from 'zod';
import { contract } from '../../../shared/contract/index.ts';
import { contractRate } from '../../../shared/contract/customers.ts';
import { requiredLine } from '../../../shared/contract/fields.ts';
import { CONDITIONS, ENTITIES } from '../../../shared/contract/stock.ts';
import { wholeNumber, yesOrNo } from './cells.ts';

export interface SheetDefinition<Columns extends z.core.$ZodLooseShape = z.core.$ZodLooseShape> {
  file: string;
  /** In the order a new file has them; each checks its cell as the screen's form does. */
  columns: Columns;
  /** Columns that no two rows may have in common; the first set is what the row is known by. */
  unique: readonly [readonly string[], ...(readonly string[])[]];
}

/** What a good row of a sheet holds. */
export type ValueOf<Definition> =
  Definition extends SheetDefinition<infer Columns> ? z.output<z.ZodObject<Columns>> : never;

function sheet<Columns extends z.core.$ZodLooseShape>(definition: SheetDefinition<Columns>) {
  return definition;
}

const depot = contract['depots.create'].input.shape;
const user = contract['users.create'].input.shape;
const equipment = contract['equipment.create'].input.shape;
const service = contract['services.create'].input.shape;
const customer = contract['customers.create'].input.shape;
const received = contract['stock.receive'].input.shape.items.element.shape;

export const depots = sheet({
  file: 'depots.csv',
  columns: { code: depot.code, name: depot.name, address: depot.address, kind: depot.kind },
  unique: [['code']],
});

export const users = sheet({
  file: 'users.csv',
  columns: {
    username: user.username,
    fullName: user.fullName,
    employeeId: user.employeeId,
    role: user.role,
    depot: depot.code.optional(),
    vehicleNo: user.vehicleNo,
  },
  unique: [['username'], ['employeeId']],
});

export const equipmentItems = sheet({
  file: 'equipment.csv',
  columns: {
    name: equipment.name,
    sku: equipment.sku,
    type: equipment.equipmentType,
    weightKg: equipment.weightKg,
    listPrice: equipment.listPrice,
    deposit: equipment.deposit,
    reorderLevel: wholeNumber(equipment.reorderLevel.unwrap().unwrap()).optional(),
    barcode: equipment.barcode,
  },
  unique: [['sku'], ['barcode']],
});

export const services = sheet({
  file: 'services.csv',
  columns: { code: service.code, name: service.name, price: service.price, taxCategory: service.taxCategory },
  unique: [['code']],
});

export const customers = sheet({
  file: 'customers.csv',
  columns: {
    code: customer.code,
    name: customer.name,
    email: customer.email,
    phone: customer.phone,
    address: customer.address,
    postalCode: customer.postalCode,
    uen: customer.uen,
    paymentType: customer.paymentType,
    creditLimit: customer.creditLimit,
    termsDays: wholeNumber(customer.termsDays.unwrap().unwrap()).optional(),
    isMeterInstalled: yesOrNo.default(false),
    meterNumber: customer.meterNumber,
    meterDigits: wholeNumber(customer.meterDigits.unwrap().unwrap()).optional(),
    lastMeterReading: customer.lastMeterReading,
    meterRate: customer.meterRate,
  },
  unique: [['code'], ['email']],
});

export const rates = sheet({
  file: 'rates.csv',
  columns: {
    customer: customer.code,
    sku: equipment.sku,
    rate: contractRate.shape.rate,
    from: contractRate.shape.from,
  },
  unique: [['customer', 'sku', 'from']],
});

export const opening = sheet({
  file: 'opening.csv',
  columns: {
    entity: z.enum(ENTITIES),
    // Of a depot or a customer; of a truck, its driver's user name.
    code: requiredLine(50),
    sku: equipment.sku,
    condition: z.enum(CONDITIONS),
    quantity: wholeNumber(received.quantity),
  },
  unique: [['entity', 'code', 'sku', 'condition']],
});
