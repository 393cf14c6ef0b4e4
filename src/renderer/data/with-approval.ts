import { ApiProblem } from '../api-problem.ts';
import { type Approval, askForApproval } from '../state/approval.ts';

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
  let approval: Approval | undefined;
  if (askAbout) {
    const given = await askForApproval(askAbout, undefined);
    if (given === null) throw askAbout;
    approval = given;
  }
  for (;;) {
    try {
      // Each try depends on the answer to the one before.
      return await send(approval);
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem) || !canBeApproved(thrown, approval !== undefined)) throw thrown;
      const given = await askForApproval(thrown, approval);
      if (given === null) throw thrown;
      approval = given;
    }
  }
}

function canBeApproved(problem: ApiProblem, wasTried: boolean): boolean {
  if (problem.code === 'APPROVAL_REQUIRED' || problem.code === 'CREDIT_LIMIT') return true;
  const isAboutApprover = problem.code === 'UNAUTHENTICATED' || problem.code === 'LOCKED_OUT';
  return wasTried && (isAboutApprover || problem.fieldErrors.some(({ path }) => path.startsWith('approval')));
}
