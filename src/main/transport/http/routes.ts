import type { Definition, HttpMethod } from '../../../shared/contract/define.ts';
import { contract, isVerb, type Verb } from '../../../shared/contract/index.ts';

/** The contract with its precise types widened, for code that treats all verbs alike. */
export const definitions: Readonly<Record<Verb, Definition>> = contract;
export const VERBS: readonly Verb[] = Object.keys(contract).filter(isVerb);

/** One address under `/api` in hono's notation, and the verb each method means there. */
export interface Route {
  path: string;
  verbs: ReadonlyMap<HttpMethod, Verb>;
}

/**
 * The contract as addresses, aliases included. Where PATCH is defined PUT does the same: fields not sent stay as they are.
 *
 * @throws Error when two verbs claim one method of one address
 */
export function routeTable(): Route[] {
  const table = new Map<string, Map<HttpMethod, Verb>>();
  for (const verb of VERBS) {
    const { method, path, aliases = [] } = definitions[verb].http;
    for (const address of [path, ...aliases]) claim(table, address, method, verb);
  }
  for (const verbs of table.values()) {
    const patch = verbs.get('PATCH');
    if (patch !== undefined && !verbs.has('PUT')) verbs.set('PUT', patch);
  }
  return Array.from(table, ([path, verbs]) => ({ path, verbs })).toSorted(wordsBeforeParameters);
}

function claim(table: Map<string, Map<HttpMethod, Verb>>, path: string, method: HttpMethod, verb: Verb): void {
  const verbs = table.get(path) ?? new Map<HttpMethod, Verb>();
  const other = verbs.get(method);
  if (other !== undefined) throw new Error(`${verb} and ${other} both claim ${method} ${path}`);
  table.set(path, verbs.set(method, verb));
}

/** The router takes the first match: `/audit/verify` must be asked before `/audit/:id`. */
function wordsBeforeParameters(a: Route, b: Route): number {
  return sortKey(a.path) < sortKey(b.path) ? -1 : 1;
}

function sortKey(path: string): string {
  return path.replaceAll(/:[^/]+/g, '\uFFFF');
}
