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
