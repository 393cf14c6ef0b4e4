import type { Mailer, MailOutcome, MailServer, OutgoingMail } from '../../src/main/adapters/mailer.ts';

export interface FakeLetterbox extends Mailer {
  /** What the server was given, with how it was reached. */
  letters: { server: MailServer; mail: OutgoingMail }[];
  /** What becomes of the letters to come. */
  outcome: MailOutcome;
}

/** The mail server's far end, as a list. What real servers do is tested with them. */
export function createFakeLetterbox(): FakeLetterbox {
  const box: FakeLetterbox = {
    letters: [],
    outcome: { state: 'accepted', response: '250 queued as 1' },
    send(server, mail) {
      box.letters.push({ server, mail });
      return Promise.resolve(box.outcome);
    },
  };
  return box;
}
