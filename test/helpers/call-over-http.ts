import { z } from 'zod';
import type { Definition } from '../../src/shared/contract/define.ts';
import { contract, type Verb } from '../../src/shared/contract/index.ts';
import { RefusedCall } from './open-test-console.ts';

const tokens = z.object({ access: z.string() });
const problem = z.looseObject({ code: z.string(), detail: z.string() });

/** Calls verbs as an integrator does: the route of contract.md, a bearer token, JSON. Keeps the token of a sign-in. */
export function callOverHttp(url: string): (verb: Verb, input: never) => Promise<unknown> {
  let token: string | null = null;
  return async (verb, input) => {
    const definition: Definition = contract[verb];
    const { method, path, status = 200 } = definition.http;
    const fields: Record<string, unknown> = { ...(input as object) };
    const filled = path.replaceAll(/:(\w+)/g, (_match, name: string) => {
      const value = String(fields[name]);
      delete fields[name];
      return encodeURIComponent(value);
    });
    const isRead = method === 'GET';
    const query = isRead
      ? `?${new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, String(value)]))}`
      : '';
    const response = await fetch(`${url}/api${filled}${query}`, {
      method,
      headers: {
        ...(isRead ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(isRead ? {} : { body: JSON.stringify(fields) }),
    });
    if (!response.ok) {
      const { code, detail, ...details } = problem.parse(await response.json());
      throw new RefusedCall(verb, { code, message: detail, details } as RefusedCall['problem']);
    }
    if (response.status !== status) throw new Error(`${verb} answered ${response.status} instead of ${status}`);
    if (!response.headers.get('content-type')?.includes('json')) return fileOf(response);
    const value: unknown = await response.json();
    if (verb === 'session.login' || verb === 'session.switch') token = tokens.parse(value).access;
    return value;
  };
}

async function fileOf(response: Response): Promise<unknown> {
  const name = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return {
    fileName: name,
    contentType: response.headers.get('content-type'),
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}
