import type { QueryVerb, WireInput, WireOutput } from '../../shared/contract/index.ts';
import { call } from '../api.ts';
import { queryClient } from './query-client.ts';

/**
 * A reading verb's answer outside of a component, shared with `useVerb`.
 *
 * @param goodFor an answer not older than this many milliseconds is good enough
 * @throws {ApiProblem}
 */
export function ask<V extends QueryVerb>(verb: V, input: WireInput<V>, goodFor = 0): Promise<WireOutput<V>> {
  return queryClient.fetchQuery({ queryKey: [verb, input], queryFn: () => call(verb, input), staleTime: goodFor });
}
