import { z } from 'zod';
import type { Mailer, MailOutcome } from '../adapters/mailer.ts';
import type { Db } from '../db/db.ts';
import { letterFor } from '../services/delivery/letter-for.ts';
import { mailPassword } from '../services/delivery/mail-password.ts';
import type { Job } from '../services/jobs.ts';
import type { Clock, Papers, SecretBox } from '../services/ports.ts';
import { settingsOf } from '../services/settings-store.ts';
import { writeMailbox } from '../../shared/mail-address.ts';
import type { JobEnd } from './job-end.ts';

export interface MailParts {
  db: Db;
  clock: Clock;
  papers: Papers;
  mailer: Mailer;
  secrets: SecretBox;
}

const payload = z.object({ messageId: z.string() });

/** Mails a document. Its Message-ID was chosen when it was asked for: every try is the same letter. */
export async function runMailJob(
  { db, clock, papers, mailer, secrets }: MailParts,
  job: Job,
  lastStep: () => Promise<void>,
): Promise<JobEnd> {
  const { mail } = settingsOf(db);
  const { fromAddress, host, port, security, user } = mail;
  if (!mail.isEnabled || fromAddress === null || job.target === null) {
    return { state: 'failed', reason: 'Mail is turned off in Settings → Mail.' };
  }
  const { isReadable, password } = mailPassword(db, secrets);
  if (!isReadable) {
    return { state: 'failed', reason: 'The mail password cannot be read any more: enter it again in Settings → Mail.' };
  }
  const { messageId } = payload.parse(JSON.parse(job.payload));
  const outcome = await mailer.send(
    { host, port, security, user, password },
    {
      messageId,
      from: writeMailbox({ name: mail.fromName, address: fromAddress }),
      to: job.target,
      replyTo: mail.replyTo,
      bcc: mail.archiveTo,
      ...(await letterFor(db, papers, job, clock.now())),
    },
    lastStep,
  );
  return endOf(outcome);
}

function endOf(outcome: MailOutcome): JobEnd {
  switch (outcome.state) {
    case 'accepted':
      return { state: 'done', proof: outcome.response, isProven: true };
    case 'failed':
      return { state: outcome.retry ? 'again' : 'failed', reason: outcome.reason };
    case 'unknown':
      // The same Message-ID again: a server or a reader that has it already can tell.
      return { state: 'again', reason: outcome.reason };
  }
}
