import { describe, expect, it } from 'vitest';
import { answering, httpHost, refusing } from './http-host.ts';

const user = { id: 1, username: 'ana' };
const signedIn = answering({ access: 'AAA', refresh: 'RRR', user, mustChangePassword: false });
const isConsole = { 'x-depot-console': '1' };
const fromOwnPages = { ...isConsole, 'sec-fetch-site': 'same-origin' };
const cookie = { cookie: 'depot_session=AAA' };

describe('signing in', () => {
  it('gives an integrator the tokens', async () => {
    const response = await httpHost(signedIn).send('POST', '/api/token', { username: 'ana', password: 'p' });
    expect(await response.json()).toMatchObject({ access: 'AAA', refresh: 'RRR' });
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('gives the console cookies no script can read, and no token', async () => {
    const response = await httpHost(signedIn).send('POST', '/api/token', {}, fromOwnPages);
    expect(await response.json()).toEqual({ access: '', refresh: '', user, mustChangePassword: false });
    expect(response.headers.getSetCookie()).toEqual([
      'depot_session=AAA; Path=/api; HttpOnly; SameSite=Strict',
      'depot_refresh=RRR; Path=/api/token/refresh; HttpOnly; SameSite=Strict',
    ]);
  });

  it('sets Secure cookies over TLS', async () => {
    const { app } = httpHost(signedIn);
    const headers = { host: '127.0.0.1:4180', 'content-type': 'application/json', ...fromOwnPages };
    const response = await app.request('https://127.0.0.1:4180/api/token', { method: 'POST', headers, body: '{}' }, {});
    expect(response.headers.getSetCookie().every((line) => line.includes('; Secure'))).toBe(true);
  });

  it('leaves the cookies alone when it fails', async () => {
    const { send } = httpHost(refusing({ code: 'UNAUTHENTICATED', message: 'm' }));
    expect((await send('POST', '/api/token', {}, fromOwnPages)).headers.getSetCookie()).toEqual([]);
  });

  it('as the console is not for other pages: nobody can sign a clerk in as somebody else', async () => {
    const { send, calls } = httpHost(signedIn);
    const response = await send('POST', '/api/token', {}, { ...isConsole, 'sec-fetch-site': 'same-site' });
    expect(response.status).toBe(403);
    expect(calls).toEqual([]);
  });
});

describe('changing over to another user by PIN', () => {
  const input = { username: 'ana', pin: '4821' };

  it('gives the console new cookies and no token; an integrator his tokens', async () => {
    const { send, calls } = httpHost(signedIn);
    const response = await send('POST', '/api/session/switch', input, { ...fromOwnPages, ...cookie });
    expect(calls).toMatchObject([{ verb: 'session.switch', input, caller: { token: 'AAA' } }]);
    expect(await response.json()).toMatchObject({ access: '', refresh: '' });
    expect(response.headers.getSetCookie().map((line) => line.split(';')[0])).toEqual([
      'depot_session=AAA',
      'depot_refresh=RRR',
    ]);
    const other = await send('POST', '/api/session/switch', input, { authorization: 'Bearer TTT' });
    expect(await other.json()).toMatchObject({ access: 'AAA', refresh: 'RRR' });
  });

  it('leaves the cookies alone when the PIN is wrong', async () => {
    const { send } = httpHost(refusing({ code: 'UNAUTHENTICATED', message: 'm' }));
    const response = await send('POST', '/api/session/switch', input, { ...fromOwnPages, ...cookie });
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('takes no PIN in an address, where it would be logged', async () => {
    const { request, calls } = httpHost(signedIn);
    const headers = { 'content-type': 'application/json' };
    const response = await request('POST', '/api/session/switch?pin=4821', { headers, body: '{"username":"ana"}' });
    expect(response.status).toBe(422);
    expect(calls).toEqual([]);
  });
});

describe('refreshing', () => {
  const refreshed = answering({ access: 'BBB' });

  it.each([{}, { refresh: '' }])('takes the console’s token from its cookie: %j', async (body) => {
    const { send, calls } = httpHost(refreshed);
    const headers = { ...fromOwnPages, cookie: 'depot_refresh=RRR' };
    const response = await send('POST', '/api/token/refresh', body, headers);
    expect(calls).toMatchObject([{ verb: 'session.refresh', input: { refresh: 'RRR' } }]);
    expect(await response.json()).toEqual({ access: '' });
    expect(response.headers.getSetCookie()).toEqual(['depot_session=BBB; Path=/api; HttpOnly; SameSite=Strict']);
  });

  it('asks the console to sign in when there is no cookie', async () => {
    const { send, calls } = httpHost(refreshed);
    const response = await send('POST', '/api/token/refresh', {}, fromOwnPages);
    expect(await response.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(calls).toEqual([]);
  });

  it('gives an integrator the token', async () => {
    const { send, calls } = httpHost(refreshed);
    const response = await send('POST', '/api/token/refresh', { refresh: 'X' }, { cookie: 'depot_refresh=RRR' });
    expect(calls).toMatchObject([{ input: { refresh: 'X' } }]);
    expect(await response.json()).toEqual({ access: 'BBB' });
  });

  it('forgets cookies that no longer work', async () => {
    const { send } = httpHost(refusing({ code: 'UNAUTHENTICATED', message: 'm' }));
    const headers = { ...fromOwnPages, cookie: 'depot_refresh=RRR' };
    expect((await send('POST', '/api/token/refresh', {}, headers)).headers.getSetCookie()).toEqual([
      'depot_session=; Max-Age=0; Path=/api',
      'depot_refresh=; Max-Age=0; Path=/api/token/refresh',
    ]);
  });
});

describe('signing out', () => {
  it.each([
    ['works', answering({ signedOut: true })],
    ['finds the session over already', refusing({ code: 'UNAUTHENTICATED', message: 'm' })],
  ])('forgets the cookies when it %s', async (_name, answer) => {
    const { send } = httpHost(answer);
    const response = await send('POST', '/api/token/revoke', {}, { ...fromOwnPages, ...cookie });
    expect(response.headers.getSetCookie()).toHaveLength(2);
  });
});

async function tokenOf(headers: Record<string, string>) {
  const { request, calls } = httpHost();
  await request('GET', '/api/customers', { headers });
  return calls[0]?.caller.token;
}

async function callerOf(device: string) {
  const { app, calls } = httpHost();
  const env = { incoming: { socket: { remoteAddress: '::ffff:192.168.1.20' } } };
  const headers = { host: '127.0.0.1:4180', 'x-depot-device': device };
  await app.request('http://127.0.0.1:4180/api/customers', { headers }, env);
  return calls[0]?.caller;
}

describe('who is calling', () => {
  it('says a bearer token, else the console’s cookie', async () => {
    expect(await tokenOf({})).toBeNull();
    expect(await tokenOf({ authorization: 'Bearer TTT' })).toBe('TTT');
    expect(await tokenOf({ authorization: 'bearer TTT' })).toBe('TTT');
    expect(await tokenOf(cookie)).toBe('AAA');
    expect(await tokenOf({ ...cookie, authorization: 'Bearer TTT' })).toBe('TTT');
    expect(await tokenOf({ ...cookie, authorization: 'Basic dDp0' })).toBe('AAA');
    expect(await tokenOf({ cookie: 'depot_session=' })).toBeNull();
  });

  it('is at the counter its address says, whatever it calls itself', async () => {
    const here = { device: '192.168.1.20', remoteAddress: '192.168.1.20', transport: 'http' };
    expect(await callerOf('')).toMatchObject(here);
    expect(await callerOf('counter-2')).toMatchObject(here);
  });
});

describe('the cookie on a request that changes something', () => {
  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:4180' }, 200],
    ['our own page on plain http elsewhere', { origin: 'http://127.0.0.1:4180' }, 200],
    ['a program that says it is the console', isConsole, 200],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:9999' }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'http://evil.example' }, 403],
    ['another site in an old browser', { origin: 'http://evil.example' }, 403],
    ['another site that claims to be the console', { ...isConsole, origin: 'http://evil.example' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['https with our name', { origin: 'https://127.0.0.1:4180' }, 403],
    ['nobody in particular', {}, 403],
  ])('from %s', async (_name, headers, status) => {
    const { send, calls, log } = httpHost();
    const response = await send('POST', '/api/distributions/1/confirm', {}, { ...cookie, ...headers });
    expect(response.status).toBe(status);
    expect(calls).toHaveLength(status === 200 ? 1 : 0);
    expect(log.map(({ event, code }) => `${event} ${code}`)).toEqual(status === 200 ? [] : ['refused FORBIDDEN']);
  });

  it('does not matter beside a bearer token, which no page sends by itself', async () => {
    const { send } = httpHost();
    const headers = { ...cookie, authorization: 'Bearer TTT', origin: 'http://evil.example' };
    expect((await send('POST', '/api/distributions/1/confirm', {}, headers)).status).toBe(200);
  });
});

describe('the Host header', () => {
  it.each(['127.0.0.1:4180', 'localhost:4180', 'LOCALHOST:4180', '[::1]:4180'])('may be %s', async (host) => {
    expect((await httpHost().request('GET', '/api/health', { headers: { host } })).status).toBe(200);
  });

  it.each(['evil.example', 'evil.example:4180', '127.0.0.1', '127.0.0.1:4181', '127.0.0.1.evil.example:4180', ''])(
    'must not be "%s", neither for the API nor for the console',
    async (host) => {
      const { request, calls, log } = httpHost();
      for (const address of ['/api/health', '/', '/api/docs']) {
        const response = await request('GET', address, { headers: { host } });
        expect(response.status).toBe(403);
        expect(await response.json()).toMatchObject({ code: 'FORBIDDEN' });
      }
      expect(calls).toEqual([]);
      expect(log).toHaveLength(3);
    },
  );
});
