import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, httpHost } from './http-host.ts';

let folder = '';
let rendererDir = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'depot-http-'));
  rendererDir = path.join(folder, 'renderer');
  await mkdir(path.join(rendererDir, 'assets'), { recursive: true });
  await writeFile(path.join(rendererDir, 'index.html'), '<!doctype html><title>Console</title>');
  await writeFile(path.join(rendererDir, 'assets', 'app-1a2b.js'), 'export {};');
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
});
afterAll(async () => rm(folder, { recursive: true }));

const get = async (address: string) => httpHost(answering({}), rendererDir).request('GET', address);

describe('the console’s own pages', () => {
  it.each(['/', '/index.html', '/customers', '/invoices/12/', '/apiary'])('%s is the index page', async (address) => {
    const response = await get(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self'; .*frame-ancestors 'none'$/);
    expect(await response.text()).toContain('<title>Console</title>');
  });

  it('keep assets, whose names change with their content', async () => {
    const response = await get('/assets/app-1a2b.js');
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/assets/app-gone.js')).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '//etc/passwd',
    '/%00/secret.txt',
  ])('lead nowhere else: %s', async (address) => {
    expect(await (await get(address)).text()).not.toContain('secret');
  });

  it('are only read', async () => {
    expect((await httpHost(answering({}), rendererDir).send('POST', '/', {})).status).toBe(404);
  });

  it('say what to do when they are not built', async () => {
    const response = await httpHost().request('GET', '/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });
});

describe('the documentation of the API', () => {
  it.each(['/api/openapi.json', '/api/schema', '/api/schema/'])(
    '%s is OpenAPI, without signing in',
    async (address) => {
      const { request, calls } = httpHost();
      const response = await request('GET', address);
      expect(response.headers.get('content-type')).toBe('application/json');
      expect(await response.json()).toMatchObject({ openapi: '3.1.1' });
      expect(calls).toEqual([]);
    },
  );

  it.each(['/api/docs', '/api/docs/', '/api/schema/swagger-ui'])(
    '%s shows it without the internet',
    async (address) => {
      const { request } = httpHost();
      const response = await request('GET', address);
      const page = await response.text();
      expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(page).not.toMatch(/https?:/);
      expect(page).not.toMatch(/<script>/);
      expect(page).toContain('id="INSUFFICIENT_STOCK"');
      for (const [, needed = ''] of page.matchAll(/(?:src|href)="(\/[^"#]+)"/g)) {
        expect(`${needed} ${(await request('GET', needed)).status}`).toBe(`${needed} 200`);
      }
    },
  );
});
