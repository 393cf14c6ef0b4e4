import { z } from 'zod';
import { DESK, MANAGERS } from '../roles.ts';
import { command, query } from './define.ts';
import {
  businessDate,
  code,
  flag,
  id,
  idInput,
  line,
  money,
  paragraph,
  postalCode,
  price,
  rate,
  reading,
  requiredLine,
} from './fields.ts';
import { listInput, listOutput } from './lists.ts';

export const PAYMENT_TYPES = ['CASH', 'CREDIT'] as const;

export const contractRate = z.strictObject({ equipmentId: id, rate, from: businessDate });
export const meterRatePeriod = z.strictObject({ rate, from: businessDate });

export const customer = z.object({
  id,
  code: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string(),
  postalCode: z.string(),
  siteAddress: z.string().nullable(),
  sitePostalCode: z.string().nullable(),
  uen: z.string().nullable(),
  paymentType: z.enum(PAYMENT_TYPES),
  creditLimit: money.nullable().describe('null: no limit'),
  termsDays: z.int().nullable(),
  isMeterInstalled: z.boolean(),
  meterNumber: z.string().nullable(),
  meterDigits: z.int().nullable(),
  lastMeterReading: reading.nullable(),
  lastMeterDate: businessDate.nullable(),
  lastMeterEstimated: z.boolean(),
  meterRate: rate.nullable().describe('In force today'),
  siteCylinderLimit: z.int().nullable(),
  isActive: z.boolean(),
  rates: z.array(contractRate),
  meterRates: z.array(meterRatePeriod),
});

/** A row of the list: what a clerk needs to choose the right customer. */
export const customerRow = customer.omit({ rates: true, meterRates: true }).extend({ balance: money });

const contactFields = {
  name: requiredLine(200),
  email: z.union([z.email().max(200), z.literal('')]).nullish(),
  phone: line(60).nullish(),
  address: paragraph(300),
  postalCode,
  siteAddress: paragraph(300).nullish(),
  sitePostalCode: postalCode.nullish(),
  uen: line(20).nullish(),
};

/** Terms need a manager (domain.md, "People and rights"). */
const termFields = {
  paymentType: z.enum(PAYMENT_TYPES),
  creditLimit: price.nullish(),
  termsDays: z.int().min(0).max(365).nullish(),
  isMeterInstalled: flag,
  meterNumber: line(30).nullish(),
  meterDigits: z.int().min(3).max(9).nullish(),
  meterRate: rate.nullish(),
  siteCylinderLimit: z.int().min(0).max(10_000).nullish(),
};

export const customers = {
  'customers.list': query({
    summary: 'Customers: search by any part of name, code, phone, address, postal code or meter number',
    http: { method: 'GET', path: '/customers' },
    may: 'signedIn',
    input: listInput(
      ['name', '-name', 'code', '-code'],
      {
        paymentType: z.enum(PAYMENT_TYPES).optional(),
        isActive: flag.optional(),
        hasMeter: flag.optional(),
      },
      'Any part of name, code, phone, address, postal code, meter number or e-mail address, from one character on, whatever its case and accents',
    ),
    output: listOutput(customerRow),
  }),
  'customers.get': query({
    summary: 'One customer with contract and meter rates',
    http: { method: 'GET', path: '/customers/:id' },
    may: 'signedIn',
    input: idInput,
    output: customer,
    errors: ['NOT_FOUND'],
  }),
  'customers.create': command({
    summary: 'Add a customer; a first meter reading is the baseline',
    http: { method: 'POST', path: '/customers', status: 201 },
    may: DESK,
    requestId: 'optional',
    input: {
      code,
      ...contactFields,
      ...termFields,
      address: contactFields.address.default(''),
      paymentType: termFields.paymentType.default('CASH'),
      isMeterInstalled: flag.default(false),
      lastMeterReading: reading.nullish(),
    },
    output: customer,
    errors: ['CONFLICT'],
  }),
  'customers.update': command({
    summary: 'Change a customer; terms, limit and meter rate need a manager',
    http: { method: 'PATCH', path: '/customers/:id' },
    may: DESK,
    requestId: 'optional',
    input: {
      id,
      code: code.optional(),
      ...z.strictObject({ ...contactFields, ...termFields }).partial().shape,
      isActive: flag.optional(),
    },
    output: customer,
    errors: ['NOT_FOUND', 'CONFLICT'],
  }),
  'customers.deactivate': command({
    summary: 'Take a customer off the lists; documents and balance stay',
    http: { method: 'DELETE', path: '/customers/:id' },
    may: MANAGERS,
    requestId: 'optional',
    input: { id },
    output: customer,
    errors: ['NOT_FOUND'],
  }),
  'customers.setRates': command({
    summary: 'Replace a customer’s contract rates, and meter rates when given, each with its start date',
    http: { method: 'PUT', path: '/customers/:id/rates' },
    may: MANAGERS,
    requestId: 'optional',
    input: {
      id,
      rates: z.array(contractRate).max(500),
      meterRates: z.array(meterRatePeriod).max(200).optional(),
    },
    output: customer,
    errors: ['NOT_FOUND'],
  }),
  'customers.account': query({
    summary: 'What a customer owes and holds',
    http: { method: 'GET', path: '/customers/:id/account' },
    may: 'signedIn',
    input: idInput,
    output: z.object({
      customerId: id,
      balance: money,
      overdue: money,
      creditLimit: money.nullable(),
      creditLeft: money.nullable(),
      outstandingInvoices: z.array(
        z.object({ id, number: z.string(), date: businessDate, total: money, due: money, dueDate: businessDate }),
      ),
      onSite: z.array(z.object({ equipmentId: id, quantity: z.int() })),
      deposits: z.array(z.object({ equipmentId: id, quantity: z.int(), amount: money })),
    }),
    errors: ['NOT_FOUND'],
  }),
};
