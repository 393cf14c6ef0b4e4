import { connect, type Socket } from 'node:net';
import { createAnswerReader, type PrinterAnswer } from './answers.ts';
import { createNews, type News } from '../wait-for.ts';

/** An open connection to a till printer. */
export interface PrinterConnection {
  /**
   * Resolves when the operating system has taken all the bytes.
   *
   * @throws ConnectionLostError, also when the bytes are not taken in time.
   */
  send(bytes: Uint8Array, waitMs: number): Promise<void>;
  /**
   * The next answer that fits, or `null` when none came in time.
   *
   * @throws ConnectionLostError
   */
  answer<Fitting extends PrinterAnswer>(
    fits: (answer: PrinterAnswer) => answer is Fitting,
    waitMs: number,
  ): Promise<Fitting | null>;
  /**
   * Ends the connection. `true`: the far end took everything and ended it in good order, too. `false` where that is not
   * known. Never throws.
   */
  hangUp(waitMs: number): Promise<boolean>;
}

export class ConnectionLostError extends Error {
  override name = 'ConnectionLostError';
}

/** @throws ConnectionLostError, whose cause is the socket's error, if it had one. */
export async function dialPrinter(to: { host: string; port: number }, waitMs: number): Promise<PrinterConnection> {
  const news = createNews();
  const socket = connect({ ...to, noDelay: true });
  let lost: ConnectionLostError | null = null;
  let isOpen = false;
  socket.on('connect', () => {
    isOpen = true;
    news.tell();
  });
  socket.on('error', (error) => {
    lost = new ConnectionLostError(error.message, { cause: error });
    news.tell();
  });
  socket.on('end', () => {
    lost ??= new ConnectionLostError('The printer ended the connection.');
    news.tell();
  });
  const orLost = () => {
    if (lost !== null) throw lost;
    return null;
  };

  const connection = converse(socket, news, orLost);
  try {
    const opened = await news.waitFor(() => orLost() ?? (isOpen || null), waitMs);
    if (opened === null) throw new ConnectionLostError(`No connection within ${waitMs / 1000} seconds.`);
    return connection;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** @param orLost throws what broke the connection, if anything did. */
function converse(socket: Socket, news: News, orLost: () => null): PrinterConnection {
  const read = createAnswerReader();
  const answers: PrinterAnswer[] = [];
  let ended = false;
  socket.on('data', (bytes: Buffer) => {
    answers.push(...read(bytes));
    news.tell();
  });
  socket.on('end', () => {
    ended = true;
  });

  return {
    async send(bytes, waitMs) {
      let taken = false;
      socket.write(bytes, () => {
        taken = true;
        news.tell();
      });
      // A write into a broken connection calls back as well: first look whether it is broken.
      const done = await news.waitFor(() => orLost() ?? (taken || null), waitMs);
      if (done === null) throw new ConnectionLostError('The printer takes no more.');
    },

    answer(fits, waitMs) {
      return news.waitFor(() => {
        const found = answers.find(fits);
        if (found === undefined) return orLost();
        answers.splice(answers.indexOf(found), 1);
        return found;
      }, waitMs);
    },

    async hangUp(waitMs) {
      const wasWhole = !ended && !socket.errored;
      const closed = new Promise<boolean>((resolve) => {
        socket.once('close', (hadError) => resolve(!hadError && ended));
        setTimeout(() => resolve(false), waitMs).unref();
      });
      if (socket.closed) return false;
      socket.end();
      const inOrder = await closed;
      socket.destroy();
      return wasWhole && inOrder;
    },
  };
}
