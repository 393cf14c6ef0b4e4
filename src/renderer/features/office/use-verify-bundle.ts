import { useState } from 'react';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import { type ApiProblem, problemOf } from '../../api-problem.ts';

export type BundleCheck =
  | { state: 'none' }
  | { state: 'running' }
  | { state: 'done'; result: WireOutput<'exports.verify'> }
  | { state: 'failed'; problem: ApiProblem };

/** Has one bundle read in full when it is asked for, since that may take a while. */
export function useVerifyBundle(id: number): { check: BundleCheck; verify: () => void } {
  const [check, setCheck] = useState<BundleCheck>({ state: 'none' });
  const verify = async () => {
    if (check.state === 'running') return;
    setCheck({ state: 'running' });
    try {
      setCheck({ state: 'done', result: await call('exports.verify', { id }) });
    } catch (thrown) {
      setCheck({ state: 'failed', problem: problemOf(thrown) });
    }
  };
  return { check, verify: () => void verify() };
}
