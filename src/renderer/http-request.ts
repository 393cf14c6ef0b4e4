import type { HttpMethod } from '../shared/contract/define.ts';

export interface HttpRequest {
  method: HttpMethod;
  url: string;
  /** JSON, or `null` when the input travels in path and query. */
  body: string | null;
}

interface Route {
  method: HttpMethod;
  path: string;
}

/**
 * Where one input object goes over HTTP (contract.md): fields named in the path fill it, the others are the query of a
 * GET and the JSON body of everything else. Absent fields are left out of the query.
 */
export function httpRequestOf(route: Route, input: object): HttpRequest {
  const rest = new Map<string, unknown>(Object.entries(input));
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(String(value));
  });
  const url = `/api${path}`;
  if (route.method !== 'GET') return { method: route.method, url, body: JSON.stringify(Object.fromEntries(rest)) };
  const query = new URLSearchParams();
  for (const [name, value] of rest) if (isPlain(value)) query.set(name, String(value));
  return { method: 'GET', url: query.size > 0 ? `${url}?${query.toString()}` : url, body: null };
}

/** All a query can carry. Lists and objects only travel in bodies. */
function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
