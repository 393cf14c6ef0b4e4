import { ERROR_CODES, type ErrorCode, type ErrorDetails, type FieldError, type Problem } from '../shared/errors.ts';
import { t } from './texts/index.ts';

/** What the host can answer, and that it does not answer at all. */
export type ProblemCode = ErrorCode | 'OFFLINE';

/** A refusal as the screens meet it. The message is meant for the clerk. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly details: unknown;

  constructor(problem: { code: ProblemCode; message: string; details?: unknown }) {
    super(problem.message);
    this.code = problem.code;
    this.details = problem.details;
  }

  /** What belongs next to a field, whichever code says so. */
  get fieldErrors(): FieldError[] {
    const { message } = this;
    const taken = detailsOf(this, 'CONFLICT')?.field;
    if (taken !== undefined) return [{ path: taken, message }];
    const refused = detailsOf(this, 'FORBIDDEN')?.fields;
    if (refused !== undefined) return refused.map((path) => ({ path, message }));
    return detailsOf(this, 'VALIDATION')?.errors ?? [];
  }

  fieldError(path: string): string | undefined {
    return this.fieldErrors.find((error) => error.path === path)?.message;
  }
}

/** What is left to say once each field that stands on the form has said its own. `null`: nothing. */
export function beyondFields(problem: ApiProblem | null, isOnForm: (path: string) => boolean): ApiProblem | null {
  const errors = problem?.fieldErrors ?? [];
  return errors.length > 0 && errors.every(({ path }) => isOnForm(path)) ? null : problem;
}

/** The typed details of one code, or `null` when the problem is another one. */
export function detailsOf<Code extends keyof ErrorDetails>(
  problem: ApiProblem | null,
  code: Code,
): ErrorDetails[Code] | null {
  if (problem?.code !== code || problem.details === undefined) return null;
  return problem.details as ErrorDetails[Code];
}

/** The person is known, and has no right to approve this. */
export function mayNotApprove(problem: ApiProblem): boolean {
  return detailsOf(problem, 'APPROVAL_REQUIRED')?.needs === 'approver';
}

export function offline(): ApiProblem {
  return new ApiProblem({ code: 'OFFLINE', message: t.problems.offline });
}

/** Anything thrown, as a problem a screen can show. */
export function problemOf(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown;
  return new ApiProblem({ code: 'UNEXPECTED', message: t.problems.unexpected });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);
}

/** `application/problem+json` (RFC 9457) back into the contract's problem. Whatever else came is UNEXPECTED. */
export function problemOfBody(body: unknown): Problem {
  if (!isRecord(body) || !isErrorCode(body.code)) return { code: 'UNEXPECTED', message: t.problems.unexpected };
  const { code, type: _type, title: _title, status: _status, detail, ...details } = body;
  const message = typeof detail === 'string' ? detail : ERROR_CODES[code].title;
  return { code, message, details };
}
