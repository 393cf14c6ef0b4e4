import type { WireOutput } from '../../../shared/contract/index.ts';
import { formatInstant } from '../../../shared/dates.ts';
import { t } from '../../texts/index.ts';
import { isUnderWay, type JobState, jobState } from '../jobs/job-words.ts';

export type Invoice = WireOutput<'invoices.get'>;
type Kind = 'PRINT' | 'MAIL';

/** How far an invoice is on one way out of the house, in a glyph and in words. */
export interface Way {
  kind: Kind;
  state: JobState | 'none';
  words: string;
  reason: string | null;
  jobId: number | null;
}

export function printWay(invoice: Invoice): Way {
  const { printCount, printedAt, delivery } = invoice;
  // A spooler that tells no end is no proof of paper.
  const did = printedAt === null ? t.delivery.handed : t.delivery.printed(printCount);
  const done = printCount > 0 ? since(did, printCount, printedAt) : null;
  return wayOf('PRINT', delivery.print, done, t.delivery.notPrintedYet);
}

export function mailWay(invoice: Invoice): Way {
  const { emailCount, emailedAt, delivery } = invoice;
  const never = delivery.hasEmail ? t.delivery.notMailedYet : t.delivery.noEmail;
  const done = emailCount > 0 ? since(t.delivery.mailed(emailCount), emailCount, emailedAt) : null;
  return wayOf('MAIL', delivery.mail, done, never);
}

/** The newest try counts while it is not over; after that, what was ever reached. */
function wayOf(kind: Kind, job: Invoice['delivery']['print'], did: string | null, never: string): Way {
  if (job === null || job.state === 'done' || job.state === 'cancelled') {
    const state = did === null ? 'none' : 'done';
    return { kind, state, words: did ?? never, reason: null, jobId: job?.jobId ?? null };
  }
  const { words } = jobState({ kind, state: job.state });
  const name = kind === 'PRINT' ? t.delivery.printWay : t.delivery.mailWay;
  return {
    kind,
    state: job.state,
    words: job.state === 'running' ? words : `${name}: ${words.toLowerCase()}`,
    reason: job.reason,
    jobId: job.jobId,
  };
}

function since(words: string, times: number, instant: string | null): string {
  if (instant === null) return words;
  return (times > 1 ? t.delivery.last : t.delivery.once)(words, formatInstant(instant));
}

/** Whether anything of it moves by itself, so that it is worth looking again. */
export function isOnItsWay({ delivery: { render, print, mail } }: Pick<Invoice, 'delivery'>): boolean {
  return [render, print, mail].some((way) => isUnderWay(way?.state));
}
