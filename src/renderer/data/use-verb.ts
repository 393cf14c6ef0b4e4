import { keepPreviousData, skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from '../api.ts';
import type { ApiProblem } from '../api-problem.ts';
import type { QueryVerb, WireInput, WireOutput } from '../../shared/contract/index.ts';

interface Options<Answer> {
  /** Show the last answer while a new input is asked for: live totals do not flicker. */
  keep?: boolean;
  /** Ask again by itself, in milliseconds; a function of the answer for what comes to an end. */
  every?: number | ((answer: Answer | undefined) => number | false);
  /** How long an answer is good for, in milliseconds; catalogues change rarely. */
  goodFor?: number;
}

/** A reading verb's answer, cached by verb and input. `null` as input: not yet. */
export function useVerb<V extends QueryVerb>(
  verb: V,
  input: WireInput<V> | null,
  { keep, every, goodFor }: Options<WireOutput<V>> = {},
): UseQueryResult<WireOutput<V>, ApiProblem> {
  return useQuery<WireOutput<V>, ApiProblem>({
    queryKey: [verb, input],
    queryFn: input === null ? skipToken : () => call(verb, input),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(every === undefined
      ? {}
      : { refetchInterval: typeof every === 'number' ? every : ({ state }) => every(state.data) }),
    ...(goodFor === undefined ? {} : { staleTime: goodFor }),
  });
}
