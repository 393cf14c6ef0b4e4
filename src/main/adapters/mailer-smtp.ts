import { Transform } from 'node:stream';
import { callbackify } from 'node:util';
import { createTransport, type SMTPSentMessageInfo, type SMTPTransportOptions } from 'nodemailer';
import { composeLetter, type Letter, readLetter } from './mail-letter.ts';
import { isMailTrouble, outcomeOfTrouble } from './mail-trouble.ts';
import { serverWords } from './mail-words.ts';
import type { Mailer, MailOutcome, MailServer } from './mailer.ts';

/** How long each part may take, in milliseconds. */
export interface MailerTimes {
  /** Finding the server's address. */
  dns: number;
  /** From there to a line that is ready, encryption and all. */
  connection: number;
  greeting: number;
  /** Without a byte in either direction. */
  silence: number;
  /** The whole try, however busy the line is. */
  whole: number;
  /** For the server to hang up after we did. */
  goodbye: number;
}

const TIMES: MailerTimes = {
  dns: 10_000,
  connection: 20_000,
  greeting: 20_000,
  silence: 25_000,
  whole: 30_000,
  goodbye: 2_000,
};

/**
 * Sends mail over SMTP, one connection a letter.
 *
 * @param options `ca`: PEM of who vouches for the servers, instead of the well-known authorities
 */
export function openMailer({ times = TIMES, ca }: { times?: MailerTimes; ca?: string } = {}): Mailer {
  return {
    async send(server, mail, beforeEnd = () => Promise.resolve()) {
      const letter = readLetter(mail);
      if ('notAnAddress' in letter) return failed(`"${letter.notAnAddress}" is not an e-mail address.`);
      if (server.user !== null && server.password === null) {
        return failed(`The password of ${server.user} at the mail server is not known. Enter it in the settings.`);
      }
      const watch = watchLetter();
      const transport = createTransport({ ...optionsOf(server, times, ca), logger: watch.logger });
      transport.use('stream', ({ message }, done) => {
        message.transform(() => holdingTheEnd(beforeEnd));
        done();
      });
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), times.whole);
      try {
        const sent = await transport.sendMail({ ...composeLetter(letter), signal: deadline.signal });
        return outcomeOf(sent, server, letter, watch.wentOut());
      } catch (error) {
        if (!isMailTrouble(error)) throw error;
        return outcomeOfTrouble(error, server, letter, watch.wentOut());
      } finally {
        clearTimeout(timer);
        transport.close();
      }
    },
  };
}

function failed(reason: string): MailOutcome {
  return { state: 'failed', reason, retry: false };
}

/** Nothing is said in the clear unless the settings say so; a certificate is always looked at. */
function optionsOf(server: MailServer, times: MailerTimes, ca: string | undefined): SMTPTransportOptions {
  const { host, port, security, user, password } = server;
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) },
    ...(user === null || password === null ? {} : { auth: { user, pass: password } }),
    dnsTimeout: times.dns,
    connectionTimeout: times.connection,
    greetingTimeout: times.greeting,
    socketTimeout: times.silence,
    socketCloseTimeout: times.goodbye,
  };
}

/** Lets a letter through and keeps its end back until it may follow. */
function holdingTheEnd(beforeEnd: () => Promise<void>): Transform {
  return new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: callbackify(beforeEnd),
  });
}

/**
 * Notices the moment from which the server may have the letter: when the dot that ends it has been handed to the line.
 * Nodemailer's errors do not tell; it says so in its log only, once for each letter (`tnx: 'message'`), written when
 * its DataStream, which makes the dot, has ended. What it logs is not kept.
 */
function watchLetter() {
  let wentOut = false;
  return {
    wentOut: () => wentOut,
    logger: {
      info(entry: { tnx?: string }) {
        if (entry.tnx === 'message') wentOut = true;
      },
    },
  };
}

function outcomeOf(sent: SMTPSentMessageInfo, server: MailServer, letter: Letter, wentOut: boolean): MailOutcome {
  const { archive } = letter;
  const response = serverWords(sent.response, server);
  // Some of the envelope was taken. Its order is ours: the recipient first.
  const refusals = sent.rejectedErrors ?? [];
  const ofRecipient = refusals.find(({ recipient }) => recipient === sent.envelope.to[0]);
  if (ofRecipient !== undefined) return outcomeOfTrouble(ofRecipient, server, letter, wentOut);
  if (!wentOut) {
    const reason = `The mail server said "${response}" before it had the whole letter: it may not have arrived.`;
    return { state: 'unknown', reason };
  }
  const [ofArchive] = refusals;
  if (ofArchive === undefined || archive === null) return { state: 'accepted', response };
  const words = serverWords(ofArchive.response ?? ofArchive.message, server);
  return { state: 'accepted', response: `${response} (but no copy to ${archive.address}: ${words})` };
}
