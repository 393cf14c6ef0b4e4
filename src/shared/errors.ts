/** Every code the console can answer, with its HTTP status (contract.md) and a short title. */
export const ERROR_CODES = {
  VALIDATION: { status: 422, title: 'Some fields are not right' },
  UNAUTHENTICATED: { status: 401, title: 'Please sign in' },
  FORBIDDEN: { status: 403, title: 'Not allowed' },
  APPROVAL_REQUIRED: { status: 403, title: 'A supervisor must approve this' },
  LOCKED_OUT: { status: 423, title: 'Too many wrong tries' },
  NOT_FOUND: { status: 404, title: 'Not found' },
  CONFLICT: { status: 409, title: 'Conflicts with what is there' },
  INVALID_STATE: { status: 409, title: 'Not possible in this state' },
  INSUFFICIENT_STOCK: { status: 409, title: 'Not enough stock' },
  NO_RATE: { status: 409, title: 'No price' },
  METER_ROLLBACK: { status: 409, title: 'Meter reading below the last one' },
  NEGATIVE_TOTAL: { status: 409, title: 'The total would be negative' },
  CREDIT_LIMIT: { status: 409, title: 'Over the credit limit' },
  DATE_NOT_ALLOWED: { status: 409, title: 'Date not allowed' },
  DAY_CLOSED: { status: 409, title: 'That day is closed' },
  TOO_LARGE: { status: 413, title: 'Too large' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  UNEXPECTED: { status: 500, title: 'Something went wrong' },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** One field that is not right; `path` in dots, as in the input: `items.0.quantity`. */
export interface FieldError {
  path: string;
  message: string;
}

/** What a code tells besides its sentence. Codes not listed carry no details. Money is text, as in the contract. */
export interface ErrorDetails {
  VALIDATION: { errors: FieldError[] };
  FORBIDDEN: { fields?: string[] };
  APPROVAL_REQUIRED: { needs: string };
  LOCKED_OUT: { until: string };
  NOT_FOUND: { entity: string; id: number | string };
  CONFLICT: { field?: string; owner?: string };
  INVALID_STATE: { status: string };
  INSUFFICIENT_STOCK: {
    location: string;
    locationId: number;
    name: string;
    equipmentId: number;
    condition: string;
    available: number;
    asked: number;
  };
  NO_RATE: { equipmentId: number | null };
  METER_ROLLBACK: { last: string; current: string };
  NEGATIVE_TOTAL: { total: string };
  CREDIT_LIMIT: { limit: string; outstanding: string; asked: string };
  DATE_NOT_ALLOWED: { date: string; earliest: string; latest: string };
  DAY_CLOSED: { date: string; lockedUntil: string };
  UNEXPECTED: { id: string };
}

export type DetailsOf<Code extends ErrorCode> = Code extends keyof ErrorDetails ? ErrorDetails[Code] : undefined;

/** A refusal as it crosses every boundary: a code for programs, a sentence for a clerk, details for both. */
export interface Problem {
  code: ErrorCode;
  message: string;
  details?: ErrorDetails[keyof ErrorDetails];
}

export type Result<Value> = { ok: true; value: Value } | { ok: false; error: Problem };

/**
 * Thrown inside a verb to refuse it: the transaction rolls back and the dispatcher turns it into a `Problem`.
 * Never crosses a boundary itself.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Something this computer lacks. Not the caller's fault; the message tells the person what to install or set. */
export class MachineError extends Error {
  override name = 'MachineError';
}

type RefuseArguments<Code extends ErrorCode> = Code extends keyof ErrorDetails
  ? [message: string, details: ErrorDetails[Code]]
  : [message: string];

/** Refuses the running verb. The message tells a clerk what happened and what to do. */
export function refuse<Code extends ErrorCode>(code: Code, ...[message, details]: RefuseArguments<Code>): never {
  throw new Refusal(details === undefined ? { code, message } : { code, message, details });
}

/** Refuses one field of the input for a reason a schema cannot know. */
export function refuseField(path: string, message: string): never {
  return refuse('VALIDATION', message, { errors: [{ path, message }] });
}
