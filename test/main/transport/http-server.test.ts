import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import type { Dispatch } from '../../../src/main/transport/call.ts';
import { type HttpServer, startHttpServer } from '../../../src/main/transport/http/server.ts';

let server: HttpServer | undefined;
afterEach(async () => server?.stop());

const HEALTHY: Dispatch = async (verb, input, caller) => Promise.resolve({ ok: true, value: { verb, input, caller } });

async function start(dispatch = HEALTHY, port = 0) {
  server = await startHttpServer({ dispatch, host: '127.0.0.1', port, rendererDir: 'none', docsDir: 'none' });
  return server.url;
}

/** What a program sends that no HTTP library would. */
async function raw(url: string, lines: string[]): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.end(`${lines.join('\r\n')}\r\n\r\n`);
  return text(socket);
}

describe('the HTTP server', () => {
  it('serves on the port it says, as any of this machine’s own names', async () => {
    const url = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const answer: unknown = await (await fetch(`${url}/api/customers/7`)).json();
    expect(answer).toMatchObject({ verb: 'customers.get', input: { id: 7 }, caller: { remoteAddress: '127.0.0.1' } });
    expect((await fetch(`${url.replace('127.0.0.1', 'localhost')}/api/health`)).status).toBe(200);
  });

  it('takes bodies with and without a length told in advance', async () => {
    const url = await start();
    const headers = { 'content-type': 'application/json' };
    const told = await fetch(`${url}/api/customers`, { method: 'POST', headers, body: '{"name":"Tan"}' });
    expect(await told.json()).toMatchObject({ input: { name: 'Tan' } });
    const chunked = await new Promise<string>((resolve, reject) => {
      const sent = request(`${url}/api/customers`, { method: 'POST', headers }, (response) => {
        text(response).then(resolve, reject);
      });
      sent.write('{"name":');
      sent.end('"Tan"}');
    });
    expect(JSON.parse(chunked)).toMatchObject({ input: { name: 'Tan' } });
  });

  it('answers a body that is too large before it has all come', async () => {
    const url = await start();
    const answer = await raw(url, [
      'POST /api/customers HTTP/1.1',
      `Host: ${url.slice('http://'.length)}`,
      'Content-Type: application/json',
      'Content-Length: 99000000',
      'Connection: close',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it.each([
    ['without a Host', 'GET /api/health HTTP/1.1', 'X: y', 400],
    ['for another host', 'GET /api/health HTTP/1.1', 'Host: evil.example', 403],
    ['for another host by an absolute address', 'GET http://127.0.0.1/api/health HTTP/1.1', 'Host: evil.example', 403],
    ['with a malformed address', 'GET /api\\health HTTP/1.1', 'Host: 127.0.0.1', 422],
    ['that is not HTTP', 'nonsense', 'Host: 127.0.0.1', 400],
    ['with an endless head', `GET /api/health?${'x'.repeat(20_000)} HTTP/1.1`, 'Host: 127.0.0.1', 431],
  ])('refuses a request %s', async (_name, line, host, status) => {
    const url = await start();
    expect(await raw(url, [line, host, 'Connection: close'])).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it('fails when the port is taken', async () => {
    const url = await start();
    const port = Number(new URL(url).port);
    const second = startHttpServer({
      dispatch: HEALTHY,
      host: '127.0.0.1',
      port,
      rendererDir: 'none',
      docsDir: 'none',
    });
    await expect(second).rejects.toThrow('EADDRINUSE');
  });

  it('lets running requests finish when it stops, and takes no more', async () => {
    const { promise: release, resolve } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const url = await start(async () => {
      arrive();
      await release;
      return { ok: true, value: { done: true } };
    });
    const running = fetch(`${url}/api/customers/1`);
    await arrived;
    const stopped = server?.stop();
    await expect(fetch(`${url}/api/health`)).rejects.toThrow('fetch failed');
    resolve();
    expect(await (await running).json()).toEqual({ done: true });
    const began = Date.now();
    await stopped;
    // Not kept waiting by the connection the client would like to keep.
    expect(Date.now() - began).toBeLessThan(1_000);
    server = undefined;
  });
});
