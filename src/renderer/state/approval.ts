import { create } from 'zustand';
import type { ApiProblem } from '../api-problem.ts';
import { typeNow } from '../keys/type-ahead.ts';

export interface Approval {
  username: string;
  pin: string;
  reason: string;
}

/** What was tried before, and why it was refused; the PIN is typed again. */
export interface Tried {
  approval: Approval;
  refusal: ApiProblem;
}

interface Pending {
  /** What is to be approved. */
  question: ApiProblem;
  tried: Tried | undefined;
  answer: (approval: Approval | null) => void;
}

/** The question that waits for a supervisor, if any. One counter, one question at a time. */
export const useApproval = create<{ pending: Pending | null }>(() => ({ pending: null }));

/** Opens the approval popup. `null` when it was put aside. */
export function askForApproval(question: ApiProblem, tried?: Tried): Promise<Approval | null> {
  typeNow();
  return new Promise((resolve) => {
    useApproval.setState({
      pending: {
        question,
        tried,
        answer: (approval) => {
          useApproval.setState({ pending: null });
          resolve(approval);
        },
      },
    });
  });
}
