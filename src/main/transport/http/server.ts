import { createServer } from 'node:http';
import { getRequestListener, RequestError } from '@hono/node-server';
import { ERROR_CODES, type Problem } from '../../../shared/errors.ts';
import { createHttpApp, type HttpAppOptions } from '../http.ts';
import { problemBody } from './problem.ts';

export interface HttpServerOptions extends Omit<HttpAppOptions, 'hosts'> {
  /** The address to listen on. */
  host: string;
  /** 0: any free one. */
  port: number;
}

export interface HttpServer {
  /** Without a slash at the end. */
  url: string;
  /** Takes no more requests, lets the running ones finish for five seconds, then cuts them off. */
  stop(): Promise<void>;
}

/** Clients that never finish sending (slow loris) hold a connection no longer than this. Milliseconds. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };
const LONGEST_HEAD = 16 * 1024;
const GRACE_MS = 5_000;

/**
 * Listens and serves the console.
 *
 * @throws Error of Node (`EADDRINUSE`, `EACCES` …) when it cannot listen
 */
export async function startHttpServer({ host, port, ...options }: HttpServerOptions): Promise<HttpServer> {
  const hosts = new Set<string>();
  const app = createHttpApp({ ...options, hosts });
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false, errorHandler: refuseMalformed });
  const server = createServer({ ...PATIENCE, maxHeaderSize: LONGEST_HEAD }, (request, response) => {
    // A connection kept alive for more requests would keep the server from ending.
    response.once('finish', () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
    void listener(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
    hosts.add(`${name}:${bound}`);
    // Clients leave out the port that goes without saying.
    if (bound === 80) hosts.add(name);
  }
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    stop: async () => {
      const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      clearTimeout(cut);
    },
  };
}

/** What cannot even be made a request of: the adapter asks here, before the app has a say. */
function refuseMalformed(error: unknown): Response {
  const problem: Problem =
    error instanceof RequestError
      ? { code: 'VALIDATION', message: 'The address of the request is malformed.' }
      : { code: 'UNEXPECTED', message: 'Something went wrong.' };
  return new Response(JSON.stringify(problemBody(problem)), {
    status: ERROR_CODES[problem.code].status,
    headers: { 'Content-Type': 'application/problem+json', 'X-Content-Type-Options': 'nosniff' },
  });
}
