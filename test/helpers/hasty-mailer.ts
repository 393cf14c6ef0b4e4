import { type MailerTimes, openMailer } from '../../src/main/adapters/mailer-smtp.ts';
import type { Mailer } from '../../src/main/adapters/mailer.ts';
import { LOOPBACK_CERTIFICATE } from './mail-certificates.ts';

const PATIENT: MailerTimes = {
  dns: 9_000,
  connection: 9_000,
  greeting: 9_000,
  silence: 9_000,
  whole: 9_000,
  goodbye: 50,
};

/** A mailer that waits for one thing less long than a test does, and trusts the servers on this computer. */
export function hastyMailer(times: Partial<MailerTimes> = {}): Mailer {
  return openMailer({ times: { ...PATIENT, ...times }, ca: LOOPBACK_CERTIFICATE.cert });
}
