import { ERROR_CODES, type Problem } from '../../../shared/errors.ts';
import type { HttpContext } from './types.ts';

/** RFC 9457 gives these members their meaning: a detail of the same name would break every client that knows the RFC. */
const RENAMED_DETAILS: Readonly<Record<string, string>> = { status: 'currentStatus' };

/**
 * A refusal as RFC 9457 tells it: `type` (the code's place in the documentation), `title`, `status`, `detail` (the sentence
 * for a person), `code`, and the code's typed details beside them; `INVALID_STATE`'s `status` is named `currentStatus`.
 */
export function problemBody({ code, message, details = {} }: Problem): Record<string, unknown> {
  const { status, title } = ERROR_CODES[code];
  const named = new Map<string, unknown>();
  for (const [name, value] of Object.entries<unknown>(details)) named.set(RENAMED_DETAILS[name] ?? name, value);
  return { ...Object.fromEntries(named), type: `/api/docs#${code}`, title, status, detail: message, code };
}

/** Answers a refusal with its status and the headers HTTP wants beside it. */
export function sendProblem(c: HttpContext, problem: Problem): Response {
  return c.body(JSON.stringify(problemBody(problem)), ERROR_CODES[problem.code].status, {
    'Content-Type': 'application/problem+json',
    ...headersOf(problem),
  });
}

function headersOf({ code, details }: Problem): Record<string, string> {
  if (code === 'UNAUTHENTICATED') return { 'WWW-Authenticate': 'Bearer realm="Depot Console"' };
  if (details === undefined || !('until' in details)) return {};
  const until = new Date(details.until);
  return Number.isNaN(until.getTime()) ? {} : { 'Retry-After': until.toUTCString() };
}
