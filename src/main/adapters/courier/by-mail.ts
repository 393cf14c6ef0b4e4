import { randomUUID } from 'node:crypto';
import type { Mailer, OutgoingMail } from '../mailer.ts';
import type { MailRoad } from './courier.ts';
import type { OpenParcel } from './open-parcel.ts';
import { Undelivered } from './undelivered.ts';

/** In a letter it grows by a third, and hardly a server takes letters of more than 25 MB. */
export const LARGEST_BY_MAIL = 18_000_000;

/**
 * Mails a bundle.
 *
 * @returns the mail server's own words
 * @throws Undelivered
 */
export async function deliverByMail(
  parcel: OpenParcel,
  road: MailRoad,
  mailer: Mailer,
  beforeEnd?: () => Promise<void>,
): Promise<string> {
  const { name, sha256, bytes } = parcel;
  if (bytes > LARGEST_BY_MAIL) {
    const megabytes = Math.ceil(bytes / 1_000_000);
    throw new Undelivered(
      `${name} has ${megabytes} MB, which no mail server takes: choose another way in Export & backup → Where to and when.`,
      false,
    );
  }
  const chunks: Buffer[] = [];
  for await (const chunk of parcel.chunks()) chunks.push(chunk);
  const letter = {
    ...envelopeOf(road, parcel.letterId ?? newLetterId(road)),
    subject: `${name} from ${road.company}`,
    text: `The depot’s books for head office, signed.\n\nFile: ${name}\nSHA-256: ${sha256}\n`,
    attachments: [{ fileName: name, contentType: 'application/zip', bytes: Buffer.concat(chunks) }],
  };
  return send(mailer, road, letter, beforeEnd);
}

/** Sends a letter without a bundle. @returns the mail server's own words. @throws Undelivered */
export function probeMail(road: MailRoad, mailer: Mailer): Promise<string> {
  const letter = {
    ...envelopeOf(road, newLetterId(road)),
    subject: `Test of the way to head office from ${road.company}`,
    text: 'This is a test of Depot Console.\n\nIf you read this, bundles for head office will arrive too.\n',
    attachments: [],
  };
  return send(mailer, road, letter);
}

function newLetterId({ from }: MailRoad): string {
  const domain = /@([^@>\s]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return `<${randomUUID()}@${domain}>`;
}

function envelopeOf({ from, to, replyTo }: MailRoad, messageId: string) {
  return { messageId, from, to, replyTo, bcc: null };
}

async function send(
  mailer: Mailer,
  road: MailRoad,
  letter: OutgoingMail,
  beforeEnd?: () => Promise<void>,
): Promise<string> {
  const outcome = await mailer.send(road.server, letter, beforeEnd);
  switch (outcome.state) {
    case 'accepted':
      return outcome.response;
    case 'failed':
    case 'unknown':
      // Sent again it is the same letter, with the same Message-ID.
      throw new Undelivered(outcome.reason);
  }
}
