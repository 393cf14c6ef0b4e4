import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import type { HttpContext } from './types.ts';

/** Files by the address they are served at. */
type Files = ReadonlyMap<string, string>;

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Depot Console</title>
<p>The console has not been built yet. Run <code>npm run build</code> and start this again.</p>
</html>
`;

/**
 * Serves the console from its folder; every other address is the console's own and gets its index page.
 *
 * The folder is listed once, and only listed files are served: no address can lead out of it.
 *
 * @param dir the built renderer; may be missing
 */
export function serveConsole(dir: string): (c: HttpContext) => Promise<Response> {
  const files = filesOf(dir);
  return async (c) => {
    const wanted = files.get(c.req.path);
    if (wanted !== undefined) return sendFile(c, wanted, cacheFor(c.req.path));
    // A page from before an update asks for an asset that is gone: an HTML page in its place would only confuse.
    if (isAsset(c.req.path)) return c.text('Not found', 404);
    const index = files.get('/index.html');
    return index === undefined ? c.html(NOT_BUILT, 503) : sendFile(c, index, 'no-cache');
  };
}

/** Sends one file of the program with its type and how long it may be kept. */
export async function sendFile(c: HttpContext, file: string, cacheControl: string): Promise<Response> {
  return c.body(await readFile(file), 200, {
    'Content-Type': getMimeType(file) ?? 'application/octet-stream',
    'Cache-Control': cacheControl,
  });
}

/** Vite puts a hash of the content into the name of everything in `assets`. */
function cacheFor(address: string): string {
  return isAsset(address) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function isAsset(address: string): boolean {
  return address.startsWith('/assets/');
}

function filesOf(dir: string): Files {
  const entries = readFolder(dir).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [`/${path.relative(dir, file).split(path.sep).join('/')}`, file]));
}

function readFolder(dir: string) {
  try {
    return readdirSync(dir, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
