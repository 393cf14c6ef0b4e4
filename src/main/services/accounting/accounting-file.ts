import type { Input, Output } from '../../../shared/contract/index.ts';
import type { ReadContext } from '../context.ts';
import type { ReportFiles } from '../ports.ts';
import { periodOf } from '../reports/period.ts';
import { customerNames } from './customer-names.ts';
import { type DocumentRows, type FileLimit, intoFiles, type Names } from './import-rows.ts';
import * as quickbooks from './quickbooks.ts';
import { readCreditNotes } from './read-credit-notes.ts';
import { readInvoices } from './read-invoices.ts';
import { readPayments } from './read-payments.ts';
import * as xero from './xero.ts';

type Asked = Input<'reports.accounting'>;

/** How one program takes one kind of document. */
interface Shape {
  columns: readonly string[];
  limit: FileLimit;
}

const SHAPES: Readonly<Record<Asked['program'], Readonly<Record<Asked['kind'], Shape>>>> = {
  xero: {
    invoices: { columns: xero.XERO_COLUMNS, limit: xero.XERO_LIMIT },
    creditNotes: { columns: xero.XERO_COLUMNS, limit: xero.XERO_LIMIT },
    payments: { columns: xero.XERO_BANK_COLUMNS, limit: xero.XERO_BANK_LIMIT },
  },
  quickbooks: {
    invoices: { columns: quickbooks.QUICKBOOKS_COLUMNS, limit: quickbooks.QUICKBOOKS_LIMIT },
    creditNotes: { columns: quickbooks.QUICKBOOKS_CREDIT_COLUMNS, limit: quickbooks.QUICKBOOKS_LIMIT },
    payments: { columns: quickbooks.QUICKBOOKS_BANK_COLUMNS, limit: quickbooks.QUICKBOOKS_BANK_LIMIT },
  },
};

const KIND_WORDS = { invoices: 'invoices', creditNotes: 'credit-notes', payments: 'payments' } as const;

/**
 * What was invoiced, credited or paid on some days, as Xero or QuickBooks Online import it; several files in a zip when the
 * program takes no more in one.
 *
 * @throws Refusal VALIDATION when the days end before they begin, or hold too much
 */
export async function accountingFile(
  context: ReadContext,
  asked: Asked,
  files: ReportFiles,
): Promise<Output<'reports.accounting'>> {
  const { program, kind, from, to } = asked;
  periodOf(context.today, asked);
  const { columns, limit } = SHAPES[program][kind];
  const parts = intoFiles(await rowsOf(context, asked), limit);
  const name = `${program}-${KIND_WORDS[kind]}-${from === to ? from : `${from}-${to}`}`;
  const { bytes, kind: ending } = files.forImport(
    parts.map((rows, index) => ({ name: `${name}${parts.length === 1 ? '' : `-${index + 1}`}.csv`, columns, rows })),
  );
  return { fileName: `${name}.${ending}`, contentType: CONTENT_TYPES[ending], bytes };
}

const CONTENT_TYPES = { csv: 'text/csv; charset=utf-8', zip: 'application/zip' } as const;

async function rowsOf({ db }: ReadContext, asked: Asked): Promise<DocumentRows[]> {
  const nameOf = customerNames(db);
  const isXero = asked.program === 'xero';
  const names = namesOf(asked);
  switch (asked.kind) {
    case 'invoices': {
      const documents = await readInvoices(db, asked, nameOf);
      return documents.map((document) =>
        isXero ? xero.xeroRows(document, names, 1) : quickbooks.quickBooksRows(document, names),
      );
    }
    case 'creditNotes':
      return readCreditNotes(db, asked, nameOf).map((document) =>
        isXero ? xero.xeroRows(document, names, -1) : quickbooks.quickBooksCreditRows(document, names),
      );
    case 'payments':
      return readPayments(db, asked, asked.method, nameOf).map((payment) =>
        isXero ? xero.xeroPayment(payment) : quickbooks.quickBooksPayment(payment),
      );
  }
}

/** The program's own names, but for those the bookkeeper has given. */
function namesOf(asked: Asked): Names {
  const usual = asked.program === 'xero' ? xero.XERO_NAMES : quickbooks.QUICKBOOKS_NAMES;
  return {
    salesAccount: asked.salesAccount || usual.salesAccount,
    depositAccount: asked.depositAccount || usual.depositAccount,
    roundingAccount: asked.roundingAccount || usual.roundingAccount,
    tax: {
      SR: asked.standardRated || usual.tax.SR,
      ZR: asked.zeroRated || usual.tax.ZR,
      ES33: asked.exempt || usual.tax.ES33,
      OS: asked.outOfScope || usual.tax.OS,
      NG: asked.noGst || usual.tax.NG,
    },
  };
}
