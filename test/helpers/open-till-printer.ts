import { createServer, type Socket } from 'node:net';

/** How a make-believe till printer behaves. */
export interface TillPrinterHabits {
  /** Its answer to DLE EOT n, before or after it got something to print; `null` for silence. */
  state?: (n: number, hasPrinted: boolean) => number | null;
  /** What it sends when it has worked off everything up to the question for the end. */
  end?: (processId: string) => readonly (string | Uint8Array)[];
  /** What it does instead of listening. */
  trouble?: 'hangs' | 'closes at once' | 'resets while printing' | 'closes while printing' | 'never closes';
  /** Told of each piece it got, before it answers. */
  onBytes?: () => void;
}

export interface TillPrinter extends AsyncDisposable {
  port: number;
  /** All it got, over all connections. */
  received: () => Buffer;
  /** What it got over each connection, in the order they were opened. */
  orders: () => Buffer[];
  connections: () => { most: number; all: number };
}

/** Bits that are always set in answers to DLE EOT: all is well. */
export const WELL = 0x12;

/** The far end of a till printer's cable, on loopback. Without habits it takes everything and says nothing. */
export async function openTillPrinter({ state, end, trouble, onBytes }: TillPrinterHabits = {}): Promise<TillPrinter> {
  const chunks: Buffer[] = [];
  const orders: Buffer[][] = [];
  const sockets = new Set<Socket>();
  const count = { most: 0, all: 0 };

  const server = createServer(
    { pauseOnConnect: trouble === 'hangs', allowHalfOpen: trouble === 'never closes' },
    (socket) => {
      sockets.add(socket);
      count.all += 1;
      count.most = Math.max(count.most, sockets.size);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => undefined);
      if (trouble === 'closes at once') socket.end();
      // Some of it is left for the next look: an answer may need bytes that are still under way.
      let unread = Buffer.alloc(0);
      let hasPrinted = false;
      const order: Buffer[] = [];
      orders.push(order);
      socket.on('data', (bytes: Buffer) => {
        chunks.push(bytes);
        order.push(bytes);
        onBytes?.();
        unread = Buffer.concat([unread, bytes]);
        while (unread[0] === 0x10 && unread.length >= 3) {
          const answer = state?.(unread[2] ?? 0, hasPrinted) ?? null;
          if (answer !== null) socket.write(Uint8Array.of(answer));
          unread = unread.subarray(3);
        }
        hasPrinted ||= unread.length > 3;
        if (hasPrinted && trouble === 'resets while printing') socket.resetAndDestroy();
        if (hasPrinted && trouble === 'closes while printing') socket.end();
        const question = unread.lastIndexOf('\x1d(H');
        if (question < 0 || unread.length < question + 14) return;
        for (const answer of end?.(unread.toString('latin1', question + 7, question + 11)) ?? []) socket.write(answer);
        unread = unread.subarray(question + 14);
      });
    },
  );

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('not listening');
  return {
    port: address.port,
    received: () => Buffer.concat(chunks),
    orders: () => orders.map((order) => Buffer.concat(order)),
    connections: () => count,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
