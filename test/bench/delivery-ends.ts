import { createServer, type Server } from 'node:net';
import process from 'node:process';
import { SMTPServer } from 'smtp-server';

// Where deliveries end, in a process of its own, so that it takes no turns with the console that is measured: a till
// printer and a mail server that are well, a server that takes calls and never says a word, and a port nobody is at.

const WELL = Uint8Array.of(0x12);

/** Answers how it is, and that it has printed, as test/helpers/open-till-printer.ts does. */
const till = createServer((socket) => {
  let unread = Buffer.alloc(0);
  socket.on('error', () => undefined);
  socket.on('data', (bytes: Buffer) => {
    unread = Buffer.concat([unread, bytes]);
    while (unread[0] === 0x10 && unread.length >= 3) {
      socket.write(WELL);
      unread = unread.subarray(3);
    }
    const question = unread.lastIndexOf('\x1d(H');
    if (question < 0 || unread.length < question + 14) return;
    socket.write(`7"${unread.toString('latin1', question + 7, question + 11)}\0`);
    unread = unread.subarray(question + 14);
  });
});

const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  onData(stream, _session, done) {
    stream.resume();
    stream.on('end', () => done());
  },
});
mail.on('error', () => undefined);

const mute = createServer((socket) => socket.on('error', () => undefined));
const nobody = createServer();

const ports = {
  till: await listen(till),
  mail: await listen(mail.server),
  mute: await listen(mute),
  nobody: await listen(nobody),
};
nobody.close(() => process.send?.(ports));
process.on('disconnect', () => process.exit());

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
