import type { MiddlewareHandler } from 'hono';
import type { HttpContext, HttpEnv } from './types.ts';

/** The console's own renderer says so. Another site's page cannot add this header without a preflight nobody answers. */
export function saysConsole(c: HttpContext): boolean {
  return c.req.header('x-depot-console') === '1';
}

/**
 * Answers only when the browser was asked for one of our own names. A page of evil.example whose name is pointed at
 * 127.0.0.1 (DNS rebinding) counts as our origin to the browser, and gives itself away only by its `Host`.
 *
 * @param hosts `name:port` in lower case
 */
export function ownHostsOnly(
  hosts: ReadonlySet<string>,
  refuse: (c: HttpContext) => Response,
): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (!hosts.has((c.req.header('host') ?? '').toLowerCase())) return refuse(c);
    await next();
    return undefined;
  };
}

/**
 * Whether a request that carries the console's cookie comes from the console's own pages, against CSRF.
 *
 * `SameSite=Strict` alone is not enough: to a browser, any program serving on another port of this machine is the same
 * site, and its pages' requests would carry our cookie. `Sec-Fetch-Site` tells same-origin from same-site and cannot be set
 * by a page. Browsers leave it out on plain http to other machines; then `Origin`, which comes with every unsafe request of
 * a browser, must be ours. A program that is not a browser sends neither, and must say that it is the console.
 */
export function isFromOwnPages(c: HttpContext): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('origin');
  if (origin !== undefined) return origin.toLowerCase() === ownOrigin(c);
  return saysConsole(c);
}

function ownOrigin(c: HttpContext): string {
  return `${new URL(c.req.url).protocol}//${(c.req.header('host') ?? '').toLowerCase()}`;
}
