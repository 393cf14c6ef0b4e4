import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from '../../../src/main/electron/page.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'depot-page-'));
const dir = path.join(root, 'renderer');
const answer = openPage(dir);

async function get(url: string, method = 'GET') {
  const response = await answer({ url, method });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text(), response };
}

describe('app://depot', () => {
  beforeAll(() => {
    fs.mkdirSync(path.join(dir, 'assets'), { recursive: true });
    fs.writeFileSync(path.join(dir, 'index.html'), 'the page');
    fs.writeFileSync(path.join(dir, 'assets/index-1.js'), 'the script');
    fs.writeFileSync(path.join(root, 'secret.txt'), 'the books');
    fs.mkdirSync(`${dir}-other`);
    fs.writeFileSync(path.join(`${dir}-other`, 'a.txt'), 'next door');
  });

  afterAll(() => fs.rmSync(root, { recursive: true }));

  it.each(['/', '/invoices', '/invoices/12?tab=lines'])('gives the page for %s', async (address) => {
    expect(await get(`app://depot${address}`)).toMatchObject({
      status: 200,
      type: 'text/html; charset=utf-8',
      text: 'the page',
    });
  });

  it('gives files with their type', async () => {
    const { status, type, text } = await get('app://depot/assets/index-1.js');
    expect({ status, type, text }).toEqual({ status: 200, type: 'text/javascript; charset=utf-8', text: 'the script' });
  });

  it('does not give the page for a file that is gone', async () => {
    expect(await get('app://depot/assets/index-0.js')).toMatchObject({ status: 404, text: '' });
  });

  it.each([
    'app://depot/../secret.txt',
    'app://depot/%2e%2e/secret.txt',
    'app://depot/..%2fsecret.txt',
    'app://depot/assets/..%2f..%2fsecret.txt',
    'app://depot/..%5csecret.txt',
    'app://depot/..%2frenderer-other%2fa.txt',
    'app://depot//etc/hostname.txt',
    'app://depot/c:%5csecret.txt',
    'app://depot/index.html%00.txt',
    'app://depot/%ff.txt',
    'app://depot/assets',
    'app://depot/assets.',
  ])('lets %s reach nothing', async (url) => {
    const { status, text } = await get(url);
    expect(['', 'the page']).toContain(text);
    expect([200, 404]).toContain(status);
  });

  it.each([
    ['another host', 'app://other/', 'GET'],
    ['another scheme', 'file://depot/', 'GET'],
    ['a write', 'app://depot/', 'POST'],
  ])('refuses %s', async (_, url, method) => {
    expect(await get(url, method)).toMatchObject({ status: 403, text: '' });
  });

  it('says what may run, on every answer', async () => {
    for (const url of ['app://depot/', 'app://depot/assets/index-1.js', 'app://depot/none.js', 'app://other/']) {
      const { response } = await get(url);
      const policy = response.headers.get('content-security-policy');
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toContain('unsafe-eval');
      expect(policy?.split('; ').filter((rule) => rule.includes('unsafe-inline'))).toEqual([
        "style-src 'self' 'unsafe-inline'",
      ]);
    }
  });
});
