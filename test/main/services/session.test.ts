import { afterEach, beforeEach, expect, test } from 'vitest';
import { startHttpServer, type HttpServer } from '../../../src/main/transport/http/server.ts';
import { openIpc } from '../../../src/main/transport/ipc.ts';
import { openCounter, PIN } from '../../helpers/open-counter.ts';
import { openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';

let depot: TestConsole;
let server: HttpServer | null = null;
beforeEach(async () => {
  depot = await openTestConsole();
  const counter = await openCounter(depot);
  await counter.addUser('COUNTER', 'clerk');
  await counter.addUser('SUPERVISOR', 'super');
});
afterEach(async () => {
  await server?.stop();
  server = null;
  await depot.remove();
});

const signIn = { username: 'clerk', password: 'correct horse' };

/** The console in a browser: its cookies go with every request, and it sees no token. */
function browser(url: string) {
  let cookies = new Map<string, string>();
  return {
    keep: () => new Map(cookies),
    restore: (kept: Map<string, string>) => {
      cookies = kept;
    },
    async ask(method: 'GET' | 'POST', address: string, body?: unknown) {
      const response = await fetch(`${url}/api${address}`, {
        method,
        headers: {
          'x-depot-console': '1',
          'content-type': 'application/json',
          cookie: Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; '),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
        cookies.set(name, value);
      }
      const text = await response.text();
      expect(text).not.toMatch(/eyJ/);
      return { status: response.status, ...(JSON.parse(text) as Record<string, unknown>) };
    },
  };
}

test('a browser’s counter unlocks, and changes hands by PIN; the cookies of before open nothing any more', async () => {
  server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    rendererDir: 'none',
    docsDir: 'none',
    dispatch: depot.dispatch,
  });
  const page = browser(server.url);
  expect(await page.ask('POST', '/session/switch', { username: 'super', pin: PIN })).toMatchObject({ status: 401 });
  expect(await page.ask('POST', '/token', signIn)).toMatchObject({ status: 200 });
  expect(await page.ask('POST', '/session/unlock', { pin: '0000' })).toMatchObject({ status: 401 });
  expect(await page.ask('POST', '/session/unlock', { pin: PIN })).toMatchObject({ status: 200, username: 'clerk' });
  const before = page.keep();
  const changed = await page.ask('POST', '/session/switch', { username: 'super', pin: PIN });
  expect(changed).toMatchObject({ status: 200, access: '', refresh: '', user: { username: 'super' } });
  expect(await page.ask('GET', '/session')).toMatchObject({ username: 'super' });
  expect(await page.ask('POST', '/token/refresh', {})).toMatchObject({ status: 200 });
  expect(await page.ask('GET', '/session')).toMatchObject({ username: 'super' });
  page.restore(before);
  expect(await page.ask('GET', '/session')).toMatchObject({ status: 401 });
  expect(await page.ask('POST', '/session/switch', { username: 'super', pin: PIN })).toMatchObject({ status: 401 });
});

test('so does the desktop window', async () => {
  const answer = openIpc({ dispatch: depot.dispatch, origin: 'app://depot', device: 'counter-1' });
  const sender = { id: 1, once: () => undefined };
  const event = { sender, senderFrame: { origin: 'app://depot', parent: null } };
  await answer(event, 'session.login', signIn);
  expect(await answer(event, 'session.unlock', { pin: PIN })).toMatchObject({ value: { username: 'clerk' } });
  const changed = await answer(event, 'session.switch', { username: 'super', pin: PIN });
  expect(changed).toMatchObject({ value: { access: '', refresh: '', user: { username: 'super' } } });
  expect(await answer(event, 'session.me', {})).toMatchObject({ value: { username: 'super' } });
  expect(await answer(event, 'session.refresh', {})).toMatchObject({ ok: true });
  expect(await answer(event, 'session.me', {})).toMatchObject({ value: { username: 'super' } });
});
