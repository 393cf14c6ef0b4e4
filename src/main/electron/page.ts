import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { PAGE_POLICY } from '../../shared/page-policy.ts';

export const PAGE_SCHEME = 'app';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://depot`;

const HEADERS = {
  'Content-Security-Policy': PAGE_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** As much of a request as matters here. */
interface PageRequest {
  readonly method: string;
  readonly url: string;
}

/**
 * Answers `app://depot/…` from the folder of the built renderer and from nowhere else. An address that is no file is one
 * of the console's screens and gets its page.
 *
 * @param dir may lie inside app.asar: Electron's `fs` reads there
 */
export function openPage(dir: string): (request: PageRequest) => Promise<Response> {
  return async ({ method, url }) => {
    const { origin, pathname } = addressOf(url);
    if (origin !== PAGE_ORIGIN || method !== 'GET') return refused(403);
    const file = fileFor(dir, pathname);
    if (file === null) return refused(404);
    try {
      const type = getMimeType(file) ?? 'application/octet-stream';
      return new Response(await readFile(file), { headers: { ...HEADERS, 'Content-Type': type } });
    } catch {
      return refused(404);
    }
  };
}

/** URL.origin is opaque for schemes a browser does not know; the parts say what it would be. */
function addressOf(url: string): { origin: string; pathname: string } {
  const { protocol, host, pathname } = new URL(url);
  return { origin: `${protocol}//${host}`, pathname };
}

function fileFor(dir: string, pathname: string): string | null {
  const name = decoded(pathname);
  // A backslash separates folders on Windows, and a colon names a drive or a hidden stream of a file.
  if (name === null || /[\\:\0]/.test(name)) return null;
  const file = path.join(dir, path.extname(name) === '' ? 'index.html' : name);
  return file.startsWith(dir + path.sep) ? file : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function refused(status: number): Response {
  return new Response(null, { status, headers: HEADERS });
}
