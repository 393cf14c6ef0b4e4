import { create } from 'zustand';
import type { ApiProblem } from '../api-problem.ts';
import { typeNow } from '../keys/type-ahead.ts';

export interface Approval {
  username: string;
  pin: string;
  reason: string;
}

interface Pending {
  problem: ApiProblem;
  /** What was tried before and refused; the PIN is typed again. */
  tried: Approval | undefined;
  answer: (approval: Approval | null) => void;
}

/** The question that waits for a supervisor, if any. One counter, one question at a time. */
export const useApproval = create<{ pending: Pending | null }>(() => ({ pending: null }));

/** Opens the approval popup. `null` when it was put aside. */
export function askForApproval(problem: ApiProblem, tried: Approval | undefined): Promise<Approval | null> {
  typeNow();
  return new Promise((resolve) => {
    useApproval.setState({
      pending: {
        problem,
        tried,
        answer: (approval) => {
          useApproval.setState({ pending: null });
          resolve(approval);
        },
      },
    });
  });
}
