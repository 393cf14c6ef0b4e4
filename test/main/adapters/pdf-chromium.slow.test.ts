import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { NoChromiumError } from '../../../src/main/adapters/find-chromium.ts';
import { launchChromium, type RunningChromium } from '../../../src/main/adapters/launch-chromium.ts';
import { openChromiumPdf, type ChromiumPdfRenderer } from '../../../src/main/adapters/pdf-chromium.ts';
import { PdfTimeoutError } from '../../../src/main/adapters/pdf.ts';
import { pagesOf } from '../../helpers/pdf-contents.ts';

let renderer: ChromiumPdfRenderer;
let profilesBefore: string[];

beforeAll(() => {
  profilesBefore = profiles();
  renderer = openChromiumPdf();
});
afterAll(() => renderer.close());
afterEach(() => {
  vi.unstubAllEnvs();
});

function profiles(): string[] {
  return readdirSync(os.tmpdir()).filter((name) => name.startsWith(`depot-pdf-${process.pid}-`));
}

function page(body: string): string {
  return `<!doctype html><html lang="en"><head><title>t</title><style>@page { size: A4; margin: 20mm; }</style></head><body>${body}</body></html>`;
}

test('a document becomes a PDF on the paper it asks for', async () => {
  const pdf = await renderer.render(page('<p>Hello</p>'));
  expect(await pagesOf(pdf)).toEqual(['Hello']);
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(Buffer.from(pdf).toString('latin1'));
  expect(Number(box?.[1])).toBeCloseTo((210 / 25.4) * 72, -1);
  expect(Number(box?.[2])).toBeCloseTo((297 / 25.4) * 72, -1);
});

test('documents asked for at the same time come out each as itself', async () => {
  const words = ['one', 'two', 'three', 'four'];
  const pdfs = await Promise.all(words.map((word) => renderer.render(page(word))));
  expect((await Promise.all(pdfs.map(pagesOf))).flat()).toEqual(words);
});

test('no script runs', async () => {
  const pdf = await renderer.render(page('<p id="p">still</p><script>document.write("ran")</script>'));
  expect(await pagesOf(pdf)).toEqual(['still']);
});

test('nothing is fetched: not by a picture, a style, a frame, a form of refresh, or from a file', async () => {
  const asked: string[] = [];
  const server = await listen((url) => asked.push(url));
  const base = `http://127.0.0.1:${portOf(server)}`;
  try {
    const pdf = await renderer.render(
      page(
        `<meta http-equiv="refresh" content="0;url=${base}/refresh"><link rel="stylesheet" href="${base}/a.css">` +
          `<link rel="preconnect" href="${base}"><style>@font-face { font-family: f; src: url(${base}/f.woff2); }` +
          `p { font-family: f; background: url(${base}/bg.png); }</style><p>calm</p><img src="${base}/a.png" alt="">` +
          `<iframe src="${base}/frame"></iframe><iframe src="file:///etc/hostname"></iframe>`,
      ),
    );
    expect((await pagesOf(pdf)).join('')).toContain('calm');
    expect(asked).toEqual([]);
    expect(await pagesOf(await renderer.render(page('next')))).toEqual(['next']);
  } finally {
    server.close();
  }
});

test('a browser that died is started again', async () => {
  const started: RunningChromium[] = [];
  const own = openChromiumPdf({
    // Its death is heard of, not waited out.
    timeoutMs: 600_000,
    launch: async () => {
      const chromium = await launchChromium();
      started.push(chromium);
      return chromium;
    },
  });
  try {
    await own.render(page('before'));
    started[0]?.browser.process()?.kill('SIGKILL');
    expect(await pagesOf(await own.render(page('after')))).toEqual(['after']);
    expect(started).toHaveLength(2);
  } finally {
    await own.close();
  }
});

test('a document that takes too long is given up, and the next one is rendered', async () => {
  const impatient = openChromiumPdf({ timeoutMs: 1500 });
  try {
    await impatient.warm();
    const endless = page('<table><tr><td>x</td></tr></table>'.repeat(300_000));
    await expect(impatient.render(endless)).rejects.toThrow(PdfTimeoutError);
    await impatient.warm();
    expect(await pagesOf(await impatient.render(page('short')))).toEqual(['short']);
  } finally {
    await impatient.close();
  }
});

test('without a browser it says what to do, and works once there is one', async () => {
  vi.stubEnv('DEPOT_CHROMIUM', '/nowhere/chrome');
  const own = openChromiumPdf();
  try {
    await expect(own.render(page('x'))).rejects.toThrow(NoChromiumError);
    await expect(own.warm()).rejects.toThrow(NoChromiumError);
    vi.unstubAllEnvs();
    expect(await pagesOf(await own.render(page('x')))).toEqual(['x']);
  } finally {
    await own.close();
  }
});

test('closing waits for what was asked, is final, and needs no browser', async () => {
  const own = openChromiumPdf();
  const last = own.render(page('last'));
  await own.close();
  expect(await pagesOf(await last)).toEqual(['last']);
  await expect(own.render(page('late'))).rejects.toThrow('closed');
  await openChromiumPdf().close();
});

test('what a killed host left behind is cleared away when a browser is started', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const left = path.join(os.tmpdir(), `depot-pdf-${pid}-aB3xYz`);
  mkdirSync(path.join(left, 'Default'), { recursive: true });
  const own = openChromiumPdf();
  await own.warm();
  await own.close();
  expect(existsSync(left)).toBe(false);
});

test('no profile stays behind', async () => {
  await renderer.close();
  expect(profiles()).toEqual(profilesBefore);
});

function listen(asked: (url: string) => void): Promise<Server> {
  const server = createServer((request, response) => {
    asked(request.url ?? '');
    response.end('x');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('not listening');
  return address.port;
}
