import { formatBusinessDate, instantOf } from '../../../shared/dates.ts';
import { type Cents, formatCents, ZERO_CENTS } from '../../../shared/money.ts';
import type { Db } from '../../db/db.ts';
import { fillTemplate, type MailValues, unknownPlaceholders } from '../../domain/mail-template.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { balanceOf } from '../customer-balance.ts';
import type { ReadContext } from '../context.ts';
import { invoicePdfBytes, invoiceSnapshot } from '../invoices.ts';
import { invoiceById } from '../invoice-rows.ts';
import type { Job } from '../jobs.ts';
import type { Papers } from '../ports.ts';
import { settingsOf } from '../settings-store.ts';
import { receiptSnapshot } from './snapshots.ts';
import { subjectOf } from './subjects.ts';

export interface Letter {
  subject: string;
  text: string;
  attachments: { fileName: string; contentType: string; bytes: Uint8Array }[];
}

/** What a mail job sends: the template of the settings, filled in, and the document. @throws Refusal NOT_FOUND */
export async function letterFor(db: Db, papers: Papers, job: Job, now: Date): Promise<Letter> {
  switch (job.subjectKind) {
    case 'invoice': {
      const bytes = await invoicePdfBytes(db, papers, job.subjectId, now);
      return letter(db, 'invoice', invoiceValues(db, job.subjectId), { number: job.subjectNumber, bytes });
    }
    case 'receipt': {
      const snapshot = receiptSnapshot(db, job.subjectId);
      const bytes = await papers.draw({ kind: 'receipt', snapshot }, 'A5', false);
      return letter(db, 'receipt', receiptValues(db, job.subjectId), { number: job.subjectNumber, bytes });
    }
    default:
      return testLetter(db, now);
  }
}

/** A template with its placeholders filled in for a made-up sale. */
export function previewMail({ db }: ReadContext, input: Input<'mail.preview'>): Output<'mail.preview'> {
  const values: MailValues = {
    customer: 'Geylang Prata House',
    number: input.document === 'invoice' ? 'INV-KB1-2026-000123' : 'RCT-KB1-2026-000123',
    date: '20 Jan 2026',
    total: '$181.38',
    outstanding: '$181.38',
    dueDate: '19 Feb 2026',
    company: settingsOf(db).company.name,
  };
  const { subject, body } = input;
  return {
    subject: fillTemplate(subject, values),
    body: fillTemplate(body, values),
    unknown: unknownPlaceholders(`${subject}\n${body}`),
  };
}

function letter(
  db: Db,
  document: 'invoice' | 'receipt',
  values: MailValues,
  { number, bytes }: { number: string | null; bytes: Uint8Array },
): Letter {
  const { subject, body } = settingsOf(db).mail.templates[document];
  return {
    subject: fillTemplate(subject, values),
    text: fillTemplate(body, values),
    attachments: [{ fileName: `${number ?? document}.pdf`, contentType: 'application/pdf', bytes }],
  };
}

function invoiceValues(db: Db, id: number): MailValues {
  const { customer, supplier, dueDate, businessDate } = invoiceSnapshot(db, id);
  const { number, total, outstanding } = invoiceById(db, id);
  return {
    customer: customer.name,
    number,
    date: formatBusinessDate(businessDate),
    total: dollars(total),
    outstanding: dollars(outstanding),
    dueDate: formatBusinessDate(dueDate ?? businessDate),
    company: supplier.name,
  };
}

function receiptValues(db: Db, paymentId: number): MailValues {
  const { number, businessDate, amount, customerName, supplier } = receiptSnapshot(db, paymentId);
  const { customerId } = subjectOf(db, 'receipt', paymentId);
  const owed = customerId === null ? ZERO_CENTS : balanceOf(db, customerId);
  return {
    customer: customerName,
    number,
    date: formatBusinessDate(businessDate),
    total: dollars(amount),
    outstanding: dollars(owed > 0 ? owed : ZERO_CENTS),
    company: supplier.name,
  };
}

function testLetter(db: Db, now: Date): Letter {
  const { company } = settingsOf(db);
  return {
    subject: `Test mail from ${company.name}`,
    text: `This is a test of the mail settings of Depot Console, sent ${instantOf(now)}.\n\nIf you read this, invoices will arrive too.\n`,
    attachments: [],
  };
}

function dollars(amount: Cents): string {
  return `$${formatCents(amount)}`;
}
