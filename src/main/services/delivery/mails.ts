import { randomUUID } from 'node:crypto';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { refuse } from '../../../shared/errors.ts';
import type { Unit } from '../context.ts';
import { customerById } from '../customer-rows.ts';
import { getInvoice } from '../invoices.ts';
import { settingsOf } from '../settings-store.ts';
import { isBeingMailed } from './document-jobs.ts';
import { type MailRequest, queueMail } from './queue.ts';
import { entityOf, type KnownSubject, visibleSubject } from './subjects.ts';

type Mailed = Output<'invoices.email'>;

/** @throws Refusal NOT_FOUND, FORBIDDEN; INVALID_STATE without an address or without mail set up */
export function mailInvoice(unit: Unit, { id, to }: Input<'invoices.email'>): Mailed {
  return mailOne(unit, visibleSubject(unit, 'invoice', id), to);
}

/** @throws Refusal as {@link mailInvoice} */
export function mailReceipt(unit: Unit, { id, to }: Input<'payments.emailReceipt'>): Mailed {
  return mailOne(unit, visibleSubject(unit, 'receipt', id), to);
}

/** Mails those that can be mailed, and says of the others why not. */
export function mailInvoices(unit: Unit, { ids, again }: Input<'invoices.emailMany'>): Output<'invoices.emailMany'> {
  const fromAddress = senderOf(unit);
  const batch = randomUUID();
  const skipped: Output<'invoices.emailMany'>['skipped'] = [];
  let jobs = 0;
  for (const id of new Set(ids)) {
    const subject = visibleSubject(unit, 'invoice', id);
    const { number } = subject;
    const address = addressOf(unit, subject);
    if (address === null) skipped.push({ id, number, reason: 'The customer has no e-mail address.' });
    else if (again !== true && getInvoice(unit, { id }).emailedAt !== null) {
      skipped.push({ id, number, reason: 'It was mailed before.' });
    } else if (again !== true && isBeingMailed(unit.db, subject)) {
      skipped.push({ id, number, reason: 'It is on its way already.' });
    } else {
      ask(unit, subject, { to: address, fromAddress }, batch);
      jobs += 1;
    }
  }
  return { batch: jobs === 0 ? null : batch, jobs, skipped };
}

/** Queues a test mail, so that it goes the way that invoices go. @throws Refusal INVALID_STATE without mail set up */
export function mailTest(unit: Unit, { to }: Input<'mail.test'>): Output<'mail.test'> {
  const fromAddress = senderOf(unit);
  const subject = { kind: 'test', id: 0, number: null, depotId: null, driverId: null } as const;
  const jobId = queueMail(unit, subject, { to, fromAddress });
  unit.audit({ action: 'mail.test', entityType: 'job', entityId: jobId, after: { to } });
  return { jobId, status: 'queued', reason: null, proof: null };
}

function mailOne(unit: Unit, subject: KnownSubject, to: string | undefined): Mailed {
  const fromAddress = senderOf(unit);
  const address = to ?? addressOf(unit, subject);
  if (address === null) {
    return refuse('INVALID_STATE', 'The customer has no e-mail address: enter one, or say where to send it.', {
      status: 'NO_EMAIL',
    });
  }
  return { jobId: ask(unit, subject, { to: address, fromAddress }, null), status: 'queued', reason: null };
}

function ask(unit: Unit, subject: KnownSubject, request: MailRequest, batch: string | null): number {
  const jobId = queueMail(unit, subject, request, batch);
  unit.audit({
    action: `${subject.kind}.email`,
    entityType: entityOf(subject.kind),
    entityId: subject.id,
    entityNumber: subject.number,
    after: { to: request.to },
  });
  return jobId;
}

function addressOf({ db }: Unit, { customerId }: KnownSubject): string | null {
  return (customerId === null ? null : customerById(db, customerId).email) || null;
}

/** @throws Refusal INVALID_STATE when mail is not set up */
function senderOf({ db }: Unit): string {
  const { isEnabled, host, fromAddress } = settingsOf(db).mail;
  if (isEnabled && host !== '' && fromAddress !== null) return fromAddress;
  return refuse('INVALID_STATE', 'Mail is not set up: enter the mail server and the sender in Settings → Mail.', {
    status: 'NO_MAIL',
  });
}
