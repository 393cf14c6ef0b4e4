import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Verb } from '../../shared/contract/index.ts';
import { ERROR_CODES, type Problem } from '../../shared/errors.ts';
import type { Dispatch } from './call.ts';
import { sendValue } from './http/answer.ts';
import { readBody } from './http/body.ts';
import { deviceOf, remoteAddressOf } from './http/caller.ts';
import { type Coerce, coercionOf } from './http/coerce.ts';
import { credentialsOf, keepTokens, touchesCookies, withRefreshToken } from './http/console-session.ts';
import { addDocs } from './http/docs.ts';
import { mergeInput } from './http/input.ts';
import { isFromOwnPages, ownHostsOnly } from './http/own-origin.ts';
import { sendProblem } from './http/problem.ts';
import { definitions, type Route, routeTable } from './http/routes.ts';
import { isUnderApi, securityHeaders } from './http/security-headers.ts';
import { serveConsole } from './http/static.ts';
import type { HttpContext, HttpEnv, HttpLog } from './http/types.ts';

export interface HttpAppOptions {
  dispatch: Dispatch;
  /** `name:port` in lower case: the `Host` headers answered to. May be filled when the port is known. */
  hosts: ReadonlySet<string>;
  /** The built console; may be missing. */
  rendererDir: string;
  /** Swagger UI's bundle and style sheet; may be missing. */
  docsDir: string;
  log?: HttpLog;
}

/**
 * The console over HTTP: the contract's verbs under `/api`, their description, and the console's own pages at `/`.
 * Every refusal is an `application/problem+json` (contract.md).
 */
export function createHttpApp({ dispatch, hosts, rendererDir, docsDir, log }: HttpAppOptions): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>({ strict: false });
  const coercions = new Map<Verb, Coerce>();

  /** Made when a verb is first called: the console opens sooner. */
  function coercionFor(verb: Verb): Coerce {
    const coerce = coercions.get(verb) ?? coercionOf(definitions[verb].input);
    coercions.set(verb, coerce);
    return coerce;
  }

  /** Refuses what never reaches the dispatcher, which logs the rest. */
  function refuse(c: HttpContext, problem: Problem): Response {
    log?.({ ...lineOf(c, problem), event: 'refused' });
    return sendProblem(c, problem);
  }

  async function call(c: HttpContext, verb: Verb): Promise<Response> {
    const definition = definitions[verb];
    const credentials = credentialsOf(c);
    if (touchesCookies(c, verb, credentials) && !isFromOwnPages(c)) {
      return refuse(c, {
        code: 'FORBIDDEN',
        message: 'The console’s sign-in works from the console’s own pages only.',
      });
    }
    const body = await readBody(c.req.raw, verb);
    if (!body.ok) return refuse(c, body.error);
    const merged = mergeInput({
      path: c.req.param(),
      query: new URL(c.req.url).searchParams,
      body: body.value,
      coerce: coercionFor(verb),
      secret: definition.secret ?? [],
    });
    if (!merged.ok) return refuse(c, merged.error);
    const input = withRefreshToken(c, verb, merged.value);
    if (!input.ok) return refuse(c, input.error);
    const result = await dispatch(verb, input.value, {
      token: credentials.token,
      device: deviceOf(c),
      remoteAddress: remoteAddressOf(c),
      transport: 'http',
    });
    const answer = keepTokens(c, verb, result);
    return answer.ok ? sendValue(c, definition, answer.value) : sendProblem(c, answer.error);
  }

  function addRoute({ path, verbs }: Route): void {
    const allow = allowOf(verbs);
    app.all(`/api${path}`, (c) => {
      const verb = verbOf(verbs, c.req.method);
      if (verb !== undefined) return call(c, verb);
      c.header('Allow', allow);
      if (c.req.method === 'OPTIONS') return c.body(null, 204);
      return refuse(c, notFound(`${c.req.path} does not know ${c.req.method}, only ${allow}.`));
    });
  }

  app.use(securityHeaders);
  app.use(
    ownHostsOnly(hosts, (c) =>
      refuse(c, { code: 'FORBIDDEN', message: 'This address is not one of the console’s own names.' }),
    ),
  );
  for (const route of routeTable()) addRoute(route);
  addDocs(app, docsDir);
  const pages = serveConsole(rendererDir);
  app.get('*', (c, next) => (isUnderApi(c.req.path) ? next() : pages(c)));
  app.notFound((c) => refuse(c, notFound(`There is no ${c.req.method} ${c.req.path}. See /api/docs.`)));
  app.onError((error, c) => {
    const id = randomUUID();
    const problem: Problem = { code: 'UNEXPECTED', message: `Something went wrong, id ${id}.`, details: { id } };
    log?.({ ...lineOf(c, problem), event: 'failed', id, error });
    return sendProblem(c, problem);
  });
  return app;
}

function lineOf(c: HttpContext, { code }: Problem) {
  const { method, path } = c.req;
  return { method, path, code, status: ERROR_CODES[code].status, remoteAddress: remoteAddressOf(c) };
}

function verbOf(verbs: Route['verbs'], method: string): Verb | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  return verbs.entries().find(([known]) => known === asked)?.[1];
}

function allowOf(verbs: Route['verbs']): string {
  const alsoHead = verbs.has('GET') ? ['HEAD'] : [];
  return [...verbs.keys(), ...alsoHead, 'OPTIONS'].toSorted().join(', ');
}

function notFound(message: string): Problem {
  return { code: 'NOT_FOUND', message };
}
