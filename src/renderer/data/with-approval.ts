import { ApiProblem, mayNotApprove } from '../api-problem.ts';
import { type Approval, askForApproval, type Tried } from '../state/approval.ts';

/**
 * Sends a command; when it is refused for want of another person's yes, asks for it at the counter and sends the very
 * same command again with it, as often as it takes or until the clerk gives up.
 *
 * @param askAbout asks for the approval before the first try.
 */
export async function withApproval<Answer>(
  send: (approval?: Approval) => Promise<Answer>,
  askAbout?: ApiProblem,
): Promise<Answer> {
  let question = askAbout;
  let approval: Approval | undefined;
  if (question) approval = await approvalFor(question);
  for (;;) {
    try {
      // Each try depends on the answer to the one before.
      return await send(approval);
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      if (question && approval && isAboutApprover(thrown)) {
        approval = await approvalFor(question, { approval, refusal: thrown });
      } else if (needsApproval(thrown)) {
        question = thrown;
        approval = await approvalFor(question);
      } else throw thrown;
    }
  }
}

/** @throws {ApiProblem} what was to be approved, when nobody did. */
async function approvalFor(question: ApiProblem, tried?: Tried): Promise<Approval> {
  const given = await askForApproval(question, tried);
  if (given === null) throw question;
  return given;
}

function needsApproval({ code }: ApiProblem): boolean {
  return code === 'APPROVAL_REQUIRED' || code === 'CREDIT_LIMIT';
}

function isAboutApprover(problem: ApiProblem): boolean {
  const { code, fieldErrors } = problem;
  if (code === 'UNAUTHENTICATED' || code === 'LOCKED_OUT' || mayNotApprove(problem)) return true;
  return fieldErrors.some(({ path }) => path.startsWith('approval'));
}
