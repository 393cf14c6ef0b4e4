import { z } from 'zod';
import { contract } from '../../../shared/contract/index.ts';
import type { FieldError } from '../../../shared/errors.ts';
import { fieldErrors } from '../../../shared/field-errors.ts';
import type { Body } from '../../data/use-command.ts';

/** Each field of the first run under the path the host names in its field errors. */
export const EMPTY_SETUP = {
  'company.name': '',
  'company.address': '',
  'company.postalCode': '',
  'company.uen': '',
  'company.gstNumber': '',
  'company.paynow.kind': 'UEN' as 'UEN' | 'MOBILE',
  'company.paynow.value': '',
  siteCode: '',
  'depot.code': '',
  'depot.name': '',
  'depot.address': '',
  'admin.username': '',
  'admin.fullName': '',
  'admin.employeeId': '',
  'admin.password': '',
  'admin.pin': '',
};

export type SetupForm = typeof EMPTY_SETUP;
export type SetupField = keyof SetupForm;

/** The steps that make a console: they go to the host together, at the end of the last one. */
export const FORM_STEPS = ['company', 'depot', 'admin'] as const;
export type FormStep = (typeof FORM_STEPS)[number];

export function setupInput(form: SetupForm): Body<'setup.create'> {
  const paynow = { kind: form['company.paynow.kind'], value: form['company.paynow.value'].trim() };
  return {
    company: {
      name: form['company.name'],
      address: form['company.address'],
      postalCode: form['company.postalCode'],
      uen: form['company.uen'].trim() || null,
      gstNumber: form['company.gstNumber'].trim() || null,
      paynow: paynow.value === '' ? null : paynow,
    },
    siteCode: form.siteCode.trim().toUpperCase(),
    depot: { code: form['depot.code'], name: form['depot.name'], address: form['depot.address'] },
    admin: {
      username: form['admin.username'],
      fullName: form['admin.fullName'],
      employeeId: form['admin.employeeId'],
      password: form['admin.password'],
      ...(form['admin.pin'] === '' ? {} : { pin: form['admin.pin'] }),
    },
  };
}

const { company, siteCode, depot, admin } = contract['setup.create'].input.shape;
const PARTS = {
  company: z.object({ company }),
  depot: z.object({ siteCode, depot }),
  admin: z.object({ admin }),
};

/** What the host would say of one step, in its own words, before the others are filled in. */
export function wrongIn(step: FormStep, form: SetupForm): FieldError[] {
  const parsed = z.safeDecode(PARTS[step], setupInput(form), { reportInput: true });
  return parsed.success ? [] : parsed.error.issues.flatMap(fieldErrors);
}

/** The step on which a field stands. */
export function stepOf(path: string): FormStep {
  const [part] = path.split('.');
  return part === 'siteCode' ? 'depot' : (FORM_STEPS.find((step) => step === part) ?? 'company');
}
