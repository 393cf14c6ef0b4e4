import type { InvoiceSnapshot } from '../../shared/invoice-snapshot.ts';
import type { Db } from '../db/db.ts';
import type { CustomerRow } from './customer-rows.ts';
import { settingsOf } from './settings-store.ts';

/** The company as it stands on a document that is issued now. */
export function supplierOnPaper(db: Db): InvoiceSnapshot['supplier'] {
  const { company } = settingsOf(db);
  return {
    name: company.name,
    address: company.address,
    postalCode: company.postalCode,
    uen: company.uen ?? null,
    gstNumber: company.gstNumber || null,
    paynow: company.paynow ?? null,
  };
}

/** A customer as he stands on a document that is issued now. */
export function customerOnPaper(customer: CustomerRow): InvoiceSnapshot['customer'] {
  const siteAddress = [customer.siteAddress, customer.sitePostalCode && `Singapore ${customer.sitePostalCode}`];
  return {
    code: customer.code,
    name: customer.name,
    address: customer.address,
    postalCode: customer.postalCode,
    siteAddress: customer.siteAddress === null ? null : siteAddress.filter(Boolean).join(', '),
    uen: customer.uen,
  };
}
