import type { WireOutput } from '../../../shared/contract/index.ts';
import type { Body } from '../../data/use-command.ts';

export type Customer = WireOutput<'customers.get'>;

/** The form, in texts and flags; keys are the contract's fields, so that problems find them. */
export interface CustomerForm {
  code: string;
  name: string;
  phone: string;
  email: string;
  address: string;
  postalCode: string;
  siteAddress: string;
  sitePostalCode: string;
  uen: string;
  paymentType: 'CASH' | 'CREDIT';
  creditLimit: string;
  termsDays: string;
  siteCylinderLimit: string;
  isMeterInstalled: boolean;
  meterNumber: string;
  meterDigits: string;
  meterRate: string;
  /** Only for a new customer: the baseline. Later readings come with sales. */
  lastMeterReading: string;
}

export function customerForm(customer: Customer | null): CustomerForm {
  return {
    code: customer?.code ?? '',
    name: customer?.name ?? '',
    phone: customer?.phone ?? '',
    email: customer?.email ?? '',
    address: customer?.address ?? '',
    postalCode: customer?.postalCode ?? '',
    siteAddress: customer?.siteAddress ?? '',
    sitePostalCode: customer?.sitePostalCode ?? '',
    uen: customer?.uen ?? '',
    paymentType: customer?.paymentType ?? 'CASH',
    creditLimit: customer?.creditLimit ?? '',
    termsDays: textOf(customer?.termsDays),
    siteCylinderLimit: textOf(customer?.siteCylinderLimit),
    isMeterInstalled: customer?.isMeterInstalled ?? false,
    meterNumber: customer?.meterNumber ?? '',
    meterDigits: textOf(customer?.meterDigits),
    meterRate: customer?.meterRate ?? '',
    lastMeterReading: '',
  };
}

/** What counter staff may say. */
export function contactInput(form: CustomerForm) {
  return {
    code: form.code,
    name: form.name,
    phone: orNull(form.phone),
    email: orNull(form.email),
    address: form.address,
    postalCode: form.postalCode,
    siteAddress: orNull(form.siteAddress),
    sitePostalCode: orNull(form.sitePostalCode),
    uen: orNull(form.uen),
  } satisfies Body<'customers.create'>;
}

/** What needs a manager (domain.md, "People and rights"). */
export function termsInput(form: CustomerForm) {
  const hasMeter = form.isMeterInstalled;
  return {
    paymentType: form.paymentType,
    creditLimit: orNull(form.creditLimit),
    termsDays: countOrNull(form.termsDays),
    siteCylinderLimit: countOrNull(form.siteCylinderLimit),
    isMeterInstalled: hasMeter,
    meterNumber: hasMeter ? orNull(form.meterNumber) : null,
    meterDigits: hasMeter ? countOrNull(form.meterDigits) : null,
    meterRate: hasMeter ? orNull(form.meterRate) : null,
  } satisfies Partial<Body<'customers.create'>>;
}

function textOf(count: number | null | undefined): string {
  return count == null ? '' : String(count);
}

function orNull(text: string): string | null {
  return text.trim() || null;
}

function countOrNull(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
