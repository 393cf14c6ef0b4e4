import { StartError } from './db/start-error.ts';
import type { Log } from './services/ports.ts';
import type { Dispatch } from './transport/call.ts';
import { type HttpServer, type HttpServerOptions, startHttpServer } from './transport/http/server.ts';
import type { HttpLog } from './transport/http/types.ts';

/** As much of the console as a host needs. */
interface OpenConsole {
  dispatch: Dispatch;
  log: Pick<Log, 'call' | 'problem'>;
  close(): Promise<void>;
}

interface Parts extends Omit<HttpServerOptions, 'dispatch' | 'log'> {
  open: () => Promise<OpenConsole>;
}

/**
 * Opens the console and serves it. `stop` lets running requests finish, then closes the books.
 *
 * @throws StartError when the data folder or the port cannot be used; nothing stays open then
 */
export async function serve({ open, ...options }: Parts): Promise<HttpServer> {
  const console = await open();
  try {
    const server = await startHttpServer({ ...options, dispatch: console.dispatch, log: logInto(console.log) });
    return {
      url: server.url,
      stop: async () => {
        await server.stop();
        await console.close();
      },
    };
  } catch (error) {
    await console.close();
    throw explained(error, options);
  }
}

/** What never reached the dispatcher goes into the same logs as what did. */
function logInto(log: OpenConsole['log']): HttpLog {
  return ({ method, path, status, remoteAddress, id, error }) => {
    log.call({ verb: `${method} ${path.slice(0, 200)}`, userId: null, status, milliseconds: 0, remoteAddress });
    if (id !== undefined) log.problem(id, error);
  };
}

function explained(error: unknown, { host, port }: { host: string; port: number }): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} is in use by another program. Choose another with --port, or 0 for any free one.`,
    );
  }
  if (code === 'EACCES') return new StartError(`Port ${port} may not be used by this user. Choose one above 1023.`);
  if (code === 'EADDRNOTAVAIL') return new StartError(`This computer has no address ${host}. Use --host 127.0.0.1.`);
  return error;
}
