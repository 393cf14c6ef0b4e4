import { createHash } from 'node:crypto';
import { isMailAddress } from '../../shared/mail-address.ts';

/**
 * The Message-ID of a job's letter, with its angle brackets (RFC 5322, 3.6.4): the same for every try, so that a mail
 * server or a reader can tell a repetition, and another one for every other job.
 *
 * @param site what tells this data folder from every other one: job keys are counted anew in each, and a letter with
 *   a Message-ID that was seen before may be dropped unread
 * @param senderAddress "billing@hsh.example"; its domain vouches for the Message-ID's being the only one
 */
export function messageIdOf(jobKey: string, site: string, senderAddress: string): string {
  if (!isMailAddress(senderAddress)) throw new RangeError(`"${senderAddress}" is not an e-mail address.`);
  const domain = senderAddress.slice(senderAddress.indexOf('@') + 1).toLowerCase();
  const hash = createHash('sha256')
    .update(JSON.stringify([site, jobKey]))
    .digest('hex');
  return `<${hash.slice(0, 40)}@${domain}>`;
}
