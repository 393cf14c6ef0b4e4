import { describe, expect, it } from 'vitest';
import { definitions, VERBS } from '../../../src/main/transport/http/routes.ts';
import { ERROR_CODES, type ErrorCode, type Problem } from '../../../src/shared/errors.ts';
import { answering, httpHost, refusing } from './http-host.ts';

const CODES = Object.keys(ERROR_CODES) as ErrorCode[];
const JSON_VERBS = VERBS.filter((verb) => definitions[verb].answer !== 'file');

describe('a refusal', () => {
  it.each(CODES)('%s is a problem+json with its own status', async (code) => {
    const { request } = httpHost(refusing({ code, message: 'Because.' }));
    const response = await request('GET', '/api/customers/1');
    const { status, title } = ERROR_CODES[code];
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({ type: `/api/docs#${code}`, title, status, detail: 'Because.', code });
  });

  it.each<[Problem, object]>([
    [
      { code: 'VALIDATION', message: 'm', details: { errors: [{ path: 'items.0.quantity', message: 'must be 1' }] } },
      { errors: [{ path: 'items.0.quantity', message: 'must be 1' }] },
    ],
    [
      { code: 'CREDIT_LIMIT', message: 'm', details: { limit: '1.00', outstanding: '0.50', asked: '2.00' } },
      { limit: '1.00', outstanding: '0.50', asked: '2.00', status: 409 },
    ],
    [
      { code: 'INVALID_STATE', message: 'm', details: { status: 'CONFIRMED' } },
      { status: 409, currentStatus: 'CONFIRMED' },
    ],
    [{ code: 'UNEXPECTED', message: 'm', details: { id: 'abc' } }, { id: 'abc' }],
  ])('tells its details beside the rest: %j', async (problem, members) => {
    const { request } = httpHost(refusing(problem));
    expect(await (await request('GET', '/api/customers/1')).json()).toMatchObject({ code: problem.code, ...members });
  });

  it('says how to sign in, and when to try again', async () => {
    const unauthenticated = httpHost(refusing({ code: 'UNAUTHENTICATED', message: 'm' }));
    expect((await unauthenticated.request('GET', '/api/session')).headers.get('www-authenticate')).toMatch(/^Bearer/);
    const locked = httpHost(
      refusing({ code: 'LOCKED_OUT', message: 'm', details: { until: '2026-01-20T02:05:00.000Z' } }),
    );
    expect((await locked.send('POST', '/api/token', {})).headers.get('retry-after')).toBe(
      'Tue, 20 Jan 2026 02:05:00 GMT',
    );
  });

  it('never shows what broke inside, and tells the log', async () => {
    const { request, log } = httpHost(() => {
      throw new Error('secret table name');
    });
    const response = await request('GET', '/api/customers/1?search=Tan');
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('secret');
    expect(log).toMatchObject([{ event: 'failed', path: '/api/customers/1', error: { message: 'secret table name' } }]);
    expect(JSON.parse(text)).toMatchObject({ code: 'UNEXPECTED', id: log[0]?.id });
  });
});

describe('an answer', () => {
  it.each(JSON_VERBS)('%s has the contract’s status', async (verb) => {
    const { request } = httpHost(answering({ id: 1 }));
    const { method, path, status = 200 } = definitions[verb].http;
    const response = await request(method, `/api${path.replaceAll(/:\w+/g, '7')}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ id: 1 });
  });

  it('that is a file comes as its bytes', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7');
    const value = { fileName: 'Invoice 陈’s "1".pdf', contentType: 'application/pdf', bytes };
    const response = await httpHost(answering(value)).request('GET', '/api/invoices/1/pdf');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-length')).toBe('8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
    expect(response.headers.get('content-disposition')).toBe(
      `inline; filename="Invoice __s _1_.pdf"; filename*=UTF-8''Invoice%20%E9%99%88%E2%80%99s%20%221%22.pdf`,
    );
    expect(await response.text()).toBe('%PDF-1.7');
  });

  it('that is a file of another kind may not run anything', async () => {
    const value = { fileName: 'a.html', contentType: 'text/html', bytes: new Uint8Array() };
    const response = await httpHost(answering(value)).request('GET', '/api/invoices/1/pdf');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each(['/api/customers/1', '/api/nothing', '/api/docs', '/api/openapi.json'])(
    'of %s carries the security headers',
    async (address) => {
      const { headers } = await httpHost().request('GET', address);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});
