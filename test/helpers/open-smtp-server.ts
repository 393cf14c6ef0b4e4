import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { MailServer } from '../../src/main/adapters/mailer.ts';
import { LOOPBACK_CERTIFICATE } from './mail-certificates.ts';

/** A letter as a mail server got it. */
export interface Received {
  from: string;
  to: string[];
  user: string | null;
  encrypted: boolean;
  bytes: Buffer;
}

/** A real mail server on this computer, for one test. It takes every letter, and signs in with any password. */
export async function openSmtpServer(
  security: MailServer['security'],
  options: SMTPServerOptions = {},
): Promise<{ at: MailServer; letters: Received[] }> {
  const letters: Received[] = [];
  const server = new SMTPServer({
    ...LOOPBACK_CERTIFICATE,
    secure: security === 'tls',
    hideSTARTTLS: security === 'none',
    authOptional: true,
    closeTimeout: 50,
    disableReverseLookup: true,
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        letters.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          user: typeof session.user === 'string' ? session.user : null,
          encrypted: session.secure,
          bytes: Buffer.concat(chunks),
        });
        done();
      });
    },
    ...options,
  });
  // A client that hangs up is part of some tests.
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { at: { host: '127.0.0.1', port, security, user: null, password: null }, letters };
}
