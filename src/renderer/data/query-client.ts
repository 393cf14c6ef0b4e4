import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api-problem.ts';

const RETRIES = 2;

/** The host is on this machine or in this room: ask often, and never wait for the browser to believe it is online. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 2_000,
      retry: (failures, error) => failures < RETRIES && error instanceof ApiProblem && error.code === 'OFFLINE',
      retryDelay: 700,
    },
    mutations: { networkMode: 'always' },
  },
});
