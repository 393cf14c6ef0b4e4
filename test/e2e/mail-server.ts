import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  port: number;
  /** What it took, as it came over the line. */
  letters: { to: string[]; text: string }[];
  /** Says no to whoever is written to at this address, in these words. */
  refuse(address: string, words: string): void;
  /** Takes letters, and says nothing until the answer is called. */
  holdBack(): () => void;
  close(): Promise<void>;
}

/** A real mail server on this computer, without TLS. It signs in whoever knows the password. */
export async function startMailServer(password: string): Promise<MailServer> {
  const letters: MailServer['letters'] = [];
  const refused = new Map<string, string>();
  let heldBack: (() => void)[] | null = null;
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 50,
    onAuth: (given, _session, done) =>
      given.password === password ? done(null, { user: given.username }) : done(new Error('Wrong password')),
    onRcptTo({ address }, _session, done) {
      const words = refused.get(address);
      done(words === undefined ? null : Object.assign(new Error(words), { responseCode: 550 }));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const answer = () => {
          letters.push({ to: envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString() });
          done(null, 'Queued as 4711');
        };
        if (heldBack === null) answer();
        else heldBack.push(answer);
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    holdBack() {
      heldBack = [];
      return () => {
        for (const answer of heldBack ?? []) answer();
        heldBack = null;
      };
    },
    refuse: (address, words) => void refused.set(address, words),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
