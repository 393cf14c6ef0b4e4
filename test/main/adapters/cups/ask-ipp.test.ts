import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { askIpp, SchedulerDownError } from '../../../../src/main/adapters/cups/ask-ipp.ts';

const QUESTION = { operation: 0x4002, user: 'mei', wanted: ['printer-name'] };
const GRANTED = Buffer.from('020000000000000103', 'hex');

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A CUPS that answers each question with the same. @returns what it was asked, and where it is. */
async function openServer(where: string | number, answer: http.RequestListener) {
  const asked: (string | undefined)[] = [];
  const server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['content-type']}`);
    answer(request, response);
  });
  server.listen(typeof where === 'string' ? { path: where } : { port: where, host: '127.0.0.1' });
  await once(server, 'listening');
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  return { asked, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

test('CUPS is asked at its socket, or at a host and port', async () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'depot-ipp-'));
  closing.push(async () => rmSync(dir, { recursive: true }));
  const socket = path.join(dir, 'cups.sock');
  const local = await openServer(socket, (_, response) => response.end(GRANTED));
  const remote = await openServer(0, (_, response) => response.end(GRANTED));
  expect(await askIpp(socket, QUESTION, 5000)).toEqual({ status: 0, objects: [] });
  expect(await askIpp(`127.0.0.1:${remote.port}`, QUESTION, 5000)).toEqual({ status: 0, objects: [] });
  expect(await askIpp(`127.0.0.1:${remote.port}/version=1.1`, QUESTION, 5000)).toEqual({ status: 0, objects: [] });
  expect(local.asked).toEqual(['POST / application/ipp']);
  expect(remote.asked).toEqual(['POST / application/ipp', 'POST / application/ipp']);
});

test.each<[string, http.RequestListener]>([
  ['says nothing', () => undefined],
  ['wants a password', (_, response) => response.writeHead(401).end()],
  ['speaks of other things', (_, response) => response.end('<html>')],
  [
    'breaks off',
    (_, response) => response.writeHead(200, { 'content-length': 100 }).write('x', () => response.destroy()),
  ],
])('a server that %s is as good as none', async (_, answer) => {
  const { port } = await openServer(0, answer);
  await expect(askIpp(`127.0.0.1:${port}`, QUESTION, 100)).rejects.toThrow(SchedulerDownError);
});

test('without a server it is told what to do', async () => {
  const nowhere = path.join(os.tmpdir(), 'depot-no-such-cups.sock');
  await expect(askIpp(nowhere, QUESTION, 5000)).rejects.toThrow(
    'The print service of this computer (CUPS) does not answer: start it, or start the computer again.',
  );
});
