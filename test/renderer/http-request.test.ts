import { describe, expect, it } from 'vitest';
import { httpRequestOf } from '../../src/renderer/http-request.ts';
import { contract } from '../../src/shared/contract/index.ts';

describe('where a verb’s input goes over HTTP', () => {
  it('puts what the path names into the path and the rest of a GET into the query', () => {
    const input = { id: 7 };
    expect(httpRequestOf(contract['customers.account'].http, input)).toEqual({
      method: 'GET',
      url: '/api/customers/7/account',
      body: null,
    });
    expect(httpRequestOf(contract['invoices.list'].http, { overdue: true, search: 'Tan & Söhne', limit: 1 }).url).toBe(
      '/api/invoices?overdue=true&search=Tan+%26+S%C3%B6hne&limit=1',
    );
  });

  it('leaves absent filters out of the query', () => {
    const { url } = httpRequestOf(contract['invoices.list'].http, { search: undefined, cursor: null });
    expect(url).toBe('/api/invoices');
  });

  it('sends everything else as JSON, without what the path took', () => {
    const input = { id: 3, confirmTruckShort: true, requestId: 'r' };
    expect(httpRequestOf(contract['distributions.confirm'].http, input)).toEqual({
      method: 'POST',
      url: '/api/distributions/3/confirm',
      body: '{"confirmTruckShort":true,"requestId":"r"}',
    });
  });

  it('asks a quote by POST although it writes nothing', () => {
    const { method, body } = httpRequestOf(contract['transactions.quote'].http, { items: [] });
    expect({ method, body }).toEqual({ method: 'POST', body: '{"items":[]}' });
  });

  it('lets no path parameter reach another path', () => {
    expect(httpRequestOf({ method: 'GET', path: '/customers/:id' }, { id: '../users' }).url).toBe(
      '/api/customers/..%2Fusers',
    );
  });
});
