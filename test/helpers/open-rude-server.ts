import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { MailServer } from '../../src/main/adapters/mailer.ts';
import { LOOPBACK_CERTIFICATE } from './mail-certificates.ts';

type Step = 'greeting' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'letter' | 'end';
/** Words to say, or anything else to do with the line. */
type Answer = string | ((line: Socket) => void);

const POLITE: Record<Step, Answer> = {
  greeting: '220 mail.example ready',
  EHLO: '250-mail.example\r\n250 AUTH PLAIN',
  STARTTLS: '502 5.5.1 Not here',
  AUTH: '235 2.7.0 Welcome',
  MAIL: '250 2.1.0 Sender fine',
  RCPT: '250 2.1.5 Recipient fine',
  DATA: '354 Go on',
  // Called for every piece of the letter before its end.
  letter: () => {},
  end: '250 2.0.0 Queued as A1',
};

/** Says nothing. */
export const silence = () => {};
/** Hangs up as if the cable had been pulled. */
export const cut = (line: Socket) => line.resetAndDestroy();

export interface RudeServer {
  at: MailServer;
  /** Everything it was told, a line each, but for the letters. */
  heard: string[];
  /** Resolves when the last line to it is closed. */
  left: Promise<void>;
}

/** A mail server on this computer that is polite but for what is said here, for one test. */
export async function openRudeServer(
  rude: Partial<Record<Step, Answer>>,
  security: MailServer['security'] = 'none',
): Promise<RudeServer> {
  const manners = { ...POLITE, ...rude };
  const heard: string[] = [];
  const { promise: left, resolve: leave } = Promise.withResolvers<void>();
  const lines = new Set<Socket>();
  const talk = (line: Socket) => {
    lines.add(line);
    line.on('error', () => {});
    line.on('close', () => lines.delete(line) && lines.size === 0 && leave());
    const answer = (step: Step) => {
      const said = manners[step];
      if (typeof said === 'string') line.write(`${said}\r\n`);
      else said(line);
    };
    let text = '';
    let inLetter = false;
    line.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      for (;;) {
        const mark = inLetter ? '\r\n.\r\n' : '\r\n';
        const end = text.indexOf(mark);
        if (end < 0) break;
        const told = text.slice(0, end);
        text = text.slice(end + mark.length);
        if (inLetter) {
          inLetter = false;
          answer('end');
          continue;
        }
        heard.push(told);
        const step = (Object.keys(POLITE) as Step[]).find((word) => told.toUpperCase().startsWith(word));
        inLetter = step === 'DATA';
        if (step === undefined) line.write('500 What?\r\n');
        else answer(step);
      }
      if (!inLetter) return;
      answer('letter');
      text = text.slice(-4);
    });
    answer('greeting');
  };
  const server = security === 'tls' ? createTlsServer(LOOPBACK_CERTIFICATE, talk) : createServer(talk);
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  onTestFinished(async () => {
    for (const line of lines) line.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { at: { host: '127.0.0.1', port, security, user: null, password: null }, heard, left };
}
