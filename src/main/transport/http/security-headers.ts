import type { MiddlewareHandler } from 'hono';
import { PAGE_POLICY } from '../../../shared/page-policy.ts';
import type { HttpEnv } from './types.ts';

/** Answers of the API are data: should a browser ever show one as a page, nothing in it may run. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * A PDF is shown inside the console, so its own origin may frame it. Nothing more is said, because a browser's PDF viewer
 * is itself a page under the policy. Any other file may not run anything, whatever type it claims.
 */
export const FILE_POLICIES = {
  pdf: "frame-ancestors 'self'",
  other: "default-src 'none'; sandbox; frame-ancestors 'none'",
};

const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Puts the security headers on every answer, refusals included, and keeps the API's answers out of every cache. */
export const securityHeaders: MiddlewareHandler<HttpEnv> = async (c, next) => {
  await next();
  const { headers } = c.res;
  for (const [name, value] of Object.entries(EVERYWHERE)) headers.set(name, value);
  if (isUnderApi(c.req.path)) headers.set('Cache-Control', 'no-store');
  if (!headers.has('Content-Security-Policy')) {
    const isPage = headers.get('Content-Type')?.startsWith('text/html') ?? false;
    headers.set('Content-Security-Policy', isPage ? PAGE_POLICY : DATA_POLICY);
  }
};

export function isUnderApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}
