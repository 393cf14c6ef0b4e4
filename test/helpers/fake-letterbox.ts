import type { Mailer, MailOutcome, MailServer, OutgoingMail } from '../../src/main/adapters/mailer.ts';

export interface FakeLetterbox extends Mailer {
  /** What the server was given, with how it was reached. */
  letters: { server: MailServer; mail: OutgoingMail }[];
  /** What becomes of the letters to come, or who decides that; an error breaks in the middle of sending. */
  outcome: MailOutcome | Error | ((mail: OutgoingMail) => Promise<MailOutcome>);
}

/** The mail server's far end, as a list. What real servers do is tested with them. */
export function createFakeLetterbox(): FakeLetterbox {
  const box: FakeLetterbox = {
    letters: [],
    outcome: { state: 'accepted', response: '250 queued as 1' },
    async send(server, mail, beforeEnd) {
      await beforeEnd?.();
      box.letters.push({ server, mail });
      const outcome = typeof box.outcome === 'function' ? await box.outcome(mail) : box.outcome;
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
  };
  return box;
}
