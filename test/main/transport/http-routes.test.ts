import { describe, expect, it } from 'vitest';
import { definitions, routeTable, VERBS } from '../../../src/main/transport/http/routes.ts';
import { httpHost } from './http-host.ts';

const addresses = VERBS.flatMap((verb) => {
  const { method, path, aliases = [] } = definitions[verb].http;
  return [path, ...aliases].map((address) => ({ verb, method, address: `/api${address.replaceAll(/:\w+/g, '7')}` }));
});

describe('the route table', () => {
  it.each(addresses)(
    '$verb is at $method $address, with and without the trailing slash',
    async ({ verb, method, address }) => {
      const { request, calls } = httpHost();
      await request(method, address);
      await request(method, `${address}/`);
      expect(calls.map((call) => call.verb)).toEqual([verb, verb]);
    },
  );

  it('takes PUT wherever PATCH is defined, and keeps a PUT of the contract', async () => {
    const { request, calls } = httpHost();
    await request('PUT', '/api/customers/7');
    await request('PUT', '/api/customers/7/rates');
    expect(calls.map((call) => call.verb)).toEqual(['customers.update', 'customers.setRates']);
  });

  it('gives every verb to one address and method only', () => {
    const claims = routeTable().flatMap(({ path, verbs }) => Array.from(verbs.keys(), (method) => `${method} ${path}`));
    expect(new Set(claims).size).toBe(claims.length);
  });

  it('asks a word before a parameter', async () => {
    const { request, calls } = httpHost();
    await request('GET', '/api/audit/verify');
    await request('GET', '/api/audit/9');
    expect(calls.map((call) => call.verb)).toEqual(['audit.verify', 'audit.get']);
  });
});

describe('addresses and methods nobody has', () => {
  it.each(['/api', '/api/', '/api/nothing', '/api/customers/1/2/3', '/api/Customers', '/api/docs/../customers/x/y'])(
    'answers %s with NOT_FOUND',
    async (address) => {
      const { request, calls, log } = httpHost();
      const response = await request('GET', address);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({ code: 'NOT_FOUND', status: 404 });
      expect(calls).toEqual([]);
      expect(log).toMatchObject([{ event: 'refused', code: 'NOT_FOUND', method: 'GET' }]);
    },
  );

  it('names the methods an address knows', async () => {
    const { request } = httpHost();
    const response = await request('DELETE', '/api/customers');
    expect(response.status).toBe(404);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('answers OPTIONS without granting another site anything', async () => {
    const { request, calls } = httpHost();
    const response = await request('OPTIONS', '/api/transactions', {
      headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('answers HEAD as GET without the body', async () => {
    const { request, calls } = httpHost();
    const response = await request('HEAD', '/api/customers/7');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(calls).toMatchObject([{ verb: 'customers.get', input: { id: 7 } }]);
  });
});
