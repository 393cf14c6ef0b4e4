import { describe, expect, it } from 'vitest';
import { definitions, VERBS } from '../../../src/main/transport/http/routes.ts';
import { coercionOf } from '../../../src/main/transport/http/coerce.ts';
import { httpHost } from './http-host.ts';

/** What the dispatcher was given, or else the refusal. */
async function inputOf(method: string, address: string, body?: unknown): Promise<unknown> {
  const { request, send, calls } = httpHost();
  const response = await (body === undefined ? request(method, address) : send(method, address, body));
  const answer: unknown = await response.json();
  return calls[0]?.input ?? answer;
}

describe('text in the address', () => {
  it.each([
    ['limit=10', { limit: 10 }],
    ['customerId=7&overdue=true', { customerId: 7, overdue: true }],
    ['overdue=0&unpaid=1', { overdue: false, unpaid: true }],
    ['from=2026-01-20&status=paid', { from: '2026-01-20', status: 'paid' }],
    ['search=007', { search: '007' }],
    ['search=%E9%99%88', { search: '陈' }],
  ])('becomes what the contract wants: %s', async (query, input) => {
    expect(await inputOf('GET', `/api/invoices?${query}`)).toEqual(input);
  });

  it.each([
    ['limit=ten', { limit: 'ten' }],
    ['limit=', { limit: '' }],
    ['limit=0x10', { limit: '0x10' }],
    ['limit=1e2', { limit: '1e2' }],
    ['limit=Infinity', { limit: 'Infinity' }],
    ['customerId=9007199254740993', { customerId: '9007199254740993' }],
    ['overdue=yes', { overdue: 'yes' }],
    ['nonsense=1', { nonsense: '1' }],
  ])('is passed on as it is when it does not fit, for the contract to answer: %s', async (query, input) => {
    expect(await inputOf('GET', `/api/invoices?${query}`)).toEqual(input);
  });

  it('reaches every verb’s path parameter as an integer', () => {
    const withId = VERBS.filter((verb) => definitions[verb].http.path.includes(':id'));
    expect(withId.filter((verb) => coercionOf(definitions[verb].input)('id', '12') !== 12)).toEqual([]);
  });
});

describe('path, query and body', () => {
  it('are one input', async () => {
    expect(await inputOf('POST', '/api/distributions/3/confirm?confirmTruckShort=true', { requestId: 'r' })).toEqual({
      id: 3,
      confirmTruckShort: true,
      requestId: 'r',
    });
  });

  it('may say the same twice', async () => {
    expect(await inputOf('PATCH', '/api/customers/3?isActive=true&isActive=1', { id: 3, isActive: true })).toEqual({
      id: 3,
      isActive: true,
    });
  });

  it.each([
    ['/api/customers/3', { id: 4 }, 'id'],
    ['/api/customers/3', { id: '3' }, 'id'],
    ['/api/customers/3?id=4', {}, 'id'],
    ['/api/customers/3?name=a&name=b', {}, 'name'],
    ['/api/customers/3?name=a', { name: 'b' }, 'name'],
  ])('must not contradict each other: %s %j', async (address, body, path) => {
    expect(await inputOf('PATCH', address, body)).toMatchObject({ code: 'VALIDATION', errors: [{ path }] });
  });

  it('keep secrets out of the address', async () => {
    expect(await inputOf('POST', '/api/token?password=1', { username: 'a' })).toMatchObject({
      code: 'VALIDATION',
      errors: [{ path: 'password', message: 'must be in the body, not in the address' }],
    });
  });

  it('take an empty body as no fields', async () => {
    expect(await inputOf('POST', '/api/distributions/3/confirm')).toEqual({ id: 3 });
  });
});

describe('a body that is not a JSON object', () => {
  const json = { 'content-type': 'application/json' };
  it.each([
    ['malformed', '{"a":', json],
    ['trailing text', '{} x', json],
    ['an array', '[]', json],
    ['null', 'null', json],
    ['text', '"a"', json],
    ['not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), json],
    ['absurdly deep', '['.repeat(200_000), json],
    ['absurdly deep, well-formed', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, json],
    ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['text/plain, which a form may send', '{}', { 'content-type': 'text/plain' }],
    ['without a type', new Uint8Array([0x7b, 0x7d]), {}],
    ['in another character set', '{}', { 'content-type': 'application/json; charset=gb18030' }],
    ['compressed', '{}', { ...json, 'content-encoding': 'gzip' }],
  ])('is refused: %s', async (_name, body, headers) => {
    const { request, calls, log } = httpHost();
    const response = await request('POST', '/api/transactions', { headers, body });
    expect(response.status).toBe(422);
    const problem: unknown = await response.json();
    expect(problem).toMatchObject({ code: 'VALIDATION', status: 422, errors: [{ path: '' }] });
    expect(calls).toEqual([]);
    expect(log).toMatchObject([{ event: 'refused', code: 'VALIDATION', path: '/api/transactions' }]);
  });

  it('may name UTF-8 as its character set', async () => {
    const { send, calls } = httpHost();
    await send('POST', '/api/token', { username: 'a' }, { 'content-type': 'application/json; charset="UTF-8"' });
    expect(calls).toMatchObject([{ input: { username: 'a' } }]);
  });
});

describe('a body that is too large', () => {
  const megabyte = 'x'.repeat(1024 * 1024);

  it('is refused above 1 MB, told or counted', async () => {
    const { send, request, calls } = httpHost();
    const counted = await send('POST', '/api/transactions', { remarks: megabyte });
    expect(counted.status).toBe(413);
    expect(await counted.json()).toMatchObject({ code: 'TOO_LARGE', detail: 'The body is larger than 1 MB.' });
    const told = await request('POST', '/api/transactions', {
      headers: { 'content-type': 'application/json', 'content-length': String(2 * 1024 * 1024) },
      body: '{}',
    });
    expect(told.status).toBe(413);
    expect(calls).toEqual([]);
  });

  it('may be 25 MB for an import', async () => {
    const { send, calls } = httpHost();
    await send('POST', '/api/imports', { files: { 'customers.csv': megabyte.repeat(20) } });
    expect(calls).toMatchObject([{ verb: 'imports.run' }]);
    expect((await send('POST', '/api/imports', { files: { 'customers.csv': megabyte.repeat(25) } })).status).toBe(413);
  });
});

describe('names that reach into prototypes', () => {
  it.each([
    ['/api/customers', '{"__proto__":{"isAdmin":true}}'],
    ['/api/imports', '{"files":{"__proto__":"x"}}'],
    ['/api/imports', '{"files":{"\\u005f_proto__":"x"}}'],
    ['/api/customers?__proto__=x', '{}'],
  ])('are refused: POST %s %s', async (address, body) => {
    const { request, calls } = httpHost();
    const response = await request('POST', address, { headers: { 'content-type': 'application/json' }, body });
    expect(response.status).toBe(422);
    expect(calls).toEqual([]);
  });

  it.each(['constructor', 'prototype', 'toString', 'hasOwnProperty'])('are only names: %s', async (name) => {
    const { send, calls } = httpHost();
    await send('POST', `/api/customers?${name}=1`, { [name]: '1' });
    expect(calls).toMatchObject([{ verb: 'customers.create' }]);
    expect(Object.keys(calls[0]?.input ?? {})).toEqual([name]);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });
});
