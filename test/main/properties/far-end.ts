import type { MailOutcome } from '../../../src/main/adapters/mailer.ts';
import type { PrintOutcome } from '../../../src/main/adapters/printer.ts';
import type { TestConsole } from '../../helpers/open-test-console.ts';
import type { FarEnd } from './delivery-commands.ts';

const PAPER: Readonly<Record<FarEnd['paper'], PrintOutcome>> = {
  printed: { state: 'printed', proof: 'the tray is full' },
  handed: { state: 'handed', proof: 'the spooler took it' },
  again: { state: 'failed', reason: 'Out of paper.', retry: true },
  failed: { state: 'failed', reason: 'No such queue.', retry: false },
  uncertain: { state: 'uncertain', reason: 'The line broke.' },
};

const LETTERS: Readonly<Record<FarEnd['mail'], MailOutcome>> = {
  accepted: { state: 'accepted', response: '250 queued as 1' },
  again: { state: 'failed', reason: 'Come back later.', retry: true },
  failed: { state: 'failed', reason: 'No such box.', retry: false },
  unknown: { state: 'unknown', reason: 'The line broke.' },
};

/** The printers and the mail server of a day. */
export interface Beyond {
  /** What they say from now on. */
  say(command: FarEnd): Promise<void>;
  /** Papers they said are out, or taken. */
  papers: () => number;
  /** Message-IDs of the letters they said they have. */
  letters: readonly string[];
}

/** All is well beyond the console until something else is said. */
export function openBeyond(house: Pick<TestConsole, 'tray' | 'letterbox' | 'drain'>): Beyond {
  let says: Pick<FarEnd, 'paper' | 'mail'> = { paper: 'printed', mail: 'accepted' };
  let papers = 0;
  const letters: string[] = [];
  house.tray.outcome = () => {
    const outcome = PAPER[says.paper];
    if (outcome.state === 'printed' || outcome.state === 'handed') papers += 1;
    return Promise.resolve(outcome);
  };
  house.letterbox.outcome = ({ messageId }) => {
    const outcome = LETTERS[says.mail];
    if (outcome.state === 'accepted') letters.push(messageId);
    return Promise.resolve(outcome);
  };
  return {
    async say({ waits, ...more }) {
      says = more;
      if (waits) await house.drain();
    },
    papers: () => papers,
    letters,
  };
}
