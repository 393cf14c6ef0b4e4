import type { NodemailerError } from 'nodemailer';
import type { Letter } from './mail-letter.ts';
import { serverWords } from './mail-words.ts';
import type { MailOutcome, MailServer } from './mailer.ts';

/** What a failed try means, and whether a later one may do better when the server itself has not said. */
interface Reading {
  reason: string;
  retry: boolean;
}

/** Nodemailer's errors all have a code; another error is a mistake in the program. */
export function isMailTrouble(error: unknown): error is NodemailerError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/**
 * What became of a letter that was not taken.
 *
 * @param wentOut whether the letter's last byte had been handed to the line
 */
export function outcomeOfTrouble(
  error: NodemailerError,
  server: MailServer,
  letter: Letter,
  wentOut: boolean,
): MailOutcome {
  // Once the letter is out, only the server's own refusal tells that it has not got it.
  if (wentOut && !isRefusal(error)) {
    const what = isSlow(error) ? 'did not say in time whether it took the letter' : 'hung up without a word about it';
    return { state: 'unknown', reason: `The letter was sent, but ${nameOf(server)} ${what}: it may have arrived.` };
  }
  const decisive = recipientTrouble(error) ?? error;
  const { reason, retry } = read(decisive, server, letter);
  // RFC 5321, 4.2.1: 4yz may be better later, 5yz will not.
  return { state: 'failed', reason, retry: isRefusal(decisive) ? (decisive.responseCode ?? 0) < 500 : retry };
}

/** When everybody was refused, the recipient's refusal counts, not the archive's. The recipient comes first. */
function recipientTrouble(error: NodemailerError): NodemailerError | undefined {
  return error.rejectedErrors?.[0];
}

function read(error: NodemailerError, server: MailServer, letter: Letter): Reading {
  const name = nameOf(server);
  const words = serverWords(error.response ?? error.message, server);
  switch (error.code) {
    case 'EAUTH':
      return { reason: signInReason(error, words), retry: false };
    case 'EENVELOPE':
    case 'EMESSAGE':
      return { reason: `The mail server refuses ${whatWasRefused(error, letter)}: ${words}`, retry: false };
    case 'EDNS':
      return { reason: `No computer named "${server.host}" can be found. Is this computer online?`, retry: true };
    case 'ETIMEDOUT':
    case 'EABORT':
      return { reason: `The mail server at ${name} does not answer in time.`, retry: true };
    case 'EPROTOCOL':
      return isRefusal(error)
        ? { reason: `The mail server at ${name} does not let us in: ${words}`, retry: true }
        : { reason: `What answers at ${name} does not talk like a mail server: ${words}`, retry: true };
    case 'ETLS':
    case 'ESOCKET':
    case 'ECONNECTION':
      return lineReading(error, name, words);
    default:
      return { reason: `The letter could not be sent: ${words}`, retry: true };
  }
}

function signInReason(error: NodemailerError, words: string): string {
  if (!isRefusal(error)) return `Nobody can sign in at the mail server: ${words}`;
  return (error.responseCode ?? 0) < 500
    ? `The mail server cannot check the password now: ${words}`
    : `The mail server does not accept the user name or password: ${words}`;
}

function whatWasRefused({ command }: NodemailerError, { from, to }: Letter): string {
  if (command === 'RCPT TO') return to.address;
  return command === 'MAIL FROM' ? `letters from ${from.address}` : 'the letter';
}

/** Trouble with the line itself: reaching the server, proving who it is, hiding what is said. */
function lineReading(error: NodemailerError, name: string, words: string): Reading {
  const cause = error.originalCode ?? '';
  if (error.code === 'ETLS' && isRefusal(error)) {
    return { reason: `The mail server at ${name} does not encrypt (STARTTLS): ${words}`, retry: false };
  }
  if (isRefusal(error)) return { reason: `The mail server at ${name} hung up: ${words}`, retry: true };
  if (/^ERR_SSL_|^EPROTO$/.test(cause)) {
    const reason = `The mail server at ${name} does not encrypt the way the settings say. Are port and security right?`;
    return { reason, retry: false };
  }
  // OpenSSL's names of what can be wrong with a certificate (X509_V_ERR_…), and Node's for a wrong name.
  if (/CERT|^UNABLE_TO_/.test(cause)) {
    // Node goes on with advice about its command line.
    const why = words.replace(/; if the root CA .*/, '');
    return { reason: `The mail server at ${name} cannot prove who it is, so nothing was sent: ${why}`, retry: false };
  }
  if (cause === 'ECONNREFUSED') {
    return { reason: `Nothing answers at ${name}. Is the mail server running, and the port right?`, retry: true };
  }
  if (cause.endsWith('UNREACH')) {
    return { reason: `The mail server at ${name} cannot be reached. Is this computer online?`, retry: true };
  }
  return { reason: `The line to the mail server at ${name} broke off before the letter was through.`, retry: true };
}

function isRefusal({ responseCode }: NodemailerError): boolean {
  return responseCode !== undefined && responseCode >= 400;
}

function isSlow({ code }: NodemailerError): boolean {
  return code === 'ETIMEDOUT' || code === 'EABORT';
}

function nameOf({ host, port }: MailServer): string {
  return `${host}:${port}`;
}
