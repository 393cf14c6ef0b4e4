import type { SendMailOptions } from 'nodemailer';
import { type Mailbox, readMailbox } from '../../shared/mail-address.ts';
import { oneLine } from './mail-words.ts';
import type { OutgoingMail } from './mailer.ts';

/** A mail whose addresses were read. `archive` is null, too, when the letter goes there anyway. */
export interface Letter {
  mail: OutgoingMail;
  from: Mailbox;
  to: Mailbox;
  replyTo: Mailbox | null;
  archive: Mailbox | null;
}

/** The letter, or what stands where one address should be. */
export function readLetter(mail: OutgoingMail): Letter | { notAnAddress: string } {
  const from = readMailbox(mail.from);
  if (from === null) return { notAnAddress: mail.from };
  const to = readMailbox(mail.to);
  if (to === null) return { notAnAddress: mail.to };
  const replyTo = mail.replyTo === null ? null : readMailbox(mail.replyTo);
  if (replyTo === null && mail.replyTo !== null) return { notAnAddress: mail.replyTo };
  const archive = mail.bcc === null ? null : readMailbox(mail.bcc);
  if (archive === null && mail.bcc !== null) return { notAnAddress: mail.bcc };
  const same = archive?.address.toLowerCase() === to.address.toLowerCase();
  return { mail, from, to, replyTo, archive: same ? null : archive };
}

/** The letter as nodemailer takes it. The recipient comes first in the envelope, and the archive only there. */
export function composeLetter({ mail, from, to, replyTo, archive }: Letter): SendMailOptions {
  return {
    messageId: mail.messageId,
    from: header(from),
    to: header(to),
    ...(replyTo === null ? {} : { replyTo: header(replyTo) }),
    envelope: { from: from.address, to: [to, ...(archive === null ? [] : [archive])].map(({ address }) => address) },
    subject: oneLine(mail.subject),
    text: mail.text,
    attachments: mail.attachments.map(({ fileName, contentType, bytes }) => ({
      filename: oneLine(fileName),
      contentType: oneLine(contentType),
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      contentDisposition: 'attachment',
    })),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function header({ name, address }: Mailbox): Mailbox {
  return { name: oneLine(name), address };
}
