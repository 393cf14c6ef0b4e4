import path from 'node:path';
import { createHttpApp } from '../../../src/main/transport/http.ts';
import type { Caller } from '../../../src/main/transport/call.ts';
import type { HttpLogEntry } from '../../../src/main/transport/http/types.ts';
import type { Result } from '../../../src/shared/errors.ts';

const HOST = '127.0.0.1:4180';
export const SWAGGER_DIR = path.resolve(import.meta.dirname, '../../../node_modules/swagger-ui-dist');

interface Call {
  verb: string;
  input: unknown;
  caller: Caller;
}

/** The HTTP transport before a dispatcher that only remembers what it was asked and answers what the test says. */
export function httpHost(
  answer: (call: Call) => Result<unknown> = () => ({ ok: true, value: {} }),
  rendererDir = 'none',
) {
  const calls: Call[] = [];
  const log: HttpLogEntry[] = [];
  const app = createHttpApp({
    dispatch: async (verb, input, caller) => {
      calls.push({ verb, input, caller });
      return Promise.resolve(answer({ verb, input, caller }));
    },
    hosts: new Set([HOST, 'localhost:4180', '[::1]:4180']),
    rendererDir,
    docsDir: SWAGGER_DIR,
    log: (entry) => log.push(entry),
  });
  /** A request as `curl` would make it. */
  const request = async (method: string, address: string, init: { headers?: HeadersInit; body?: BodyInit } = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', HOST);
    return app.request(`http://${HOST}${address}`, { ...init, method, headers }, {});
  };
  const send = async (method: string, address: string, body: unknown, headers: Record<string, string> = {}) =>
    request(method, address, {
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return { app, calls, log, request, send };
}

export const refusing = (error: Extract<Result<unknown>, { ok: false }>['error']) => () => ({
  ok: false as const,
  error,
});
export const answering = (value: unknown) => () => ({ ok: true as const, value });
