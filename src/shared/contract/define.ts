import { z } from 'zod';
import type { ErrorCode } from '../errors.ts';
import type { Role } from '../roles.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call a verb: nobody needs to sign in, any signed-in user, or these roles (domain.md, "People and rights"). */
export type Who = 'anyone' | 'signedIn' | readonly Role[];

interface Shared<Input extends z.ZodObject, Output extends z.ZodType> {
  /** One line for the docs: what it does, in the field's words. */
  summary: string;
  /** Under `/api`, hono style: `/customers/:id`. */
  http: { method: HttpMethod; path: string; aliases?: readonly string[]; status?: 200 | 201 };
  may: Who;
  input: Input;
  output: Output;
  /** Codes it can answer beyond those every verb can (VALIDATION, UNAUTHENTICATED, FORBIDDEN, UNEXPECTED …). */
  errors?: readonly ErrorCode[];
  /** `file`: the output is `fileOutput`, and HTTP sends its bytes; `either`: by what was asked for. */
  answer?: 'json' | 'file' | 'either';
  /** Input fields that never reach a log, an audit row or a stored request. */
  secret?: readonly string[];
}

export interface QueryDefinition<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
> extends Shared<Input, Output> {
  kind: 'query';
}

/**
 * `required`: sending it twice would move cylinders or money twice. `optional`: state or a unique key makes it safe.
 * `none`: sessions, which are not business rows.
 */
export type RequestIdPolicy = 'required' | 'optional' | 'none';

export interface CommandDefinition<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
> extends Shared<Input, Output> {
  kind: 'command';
  requestId: RequestIdPolicy;
}

export type Definition = QueryDefinition | CommandDefinition;

/** Another person's yes, given at the same counter (domain.md, "With approval"). */
export const approval = z.strictObject({
  username: z.string().min(1).max(50),
  pin: z.string().min(1).max(20),
  reason: z.string().trim().min(3).max(200),
});

const requestId = z.uuid().describe('Idempotency key: a uuid made when the form opens');

const envelope = {
  required: { requestId, approval: approval.optional() },
  optional: { requestId: requestId.optional(), approval: approval.optional() },
  none: {},
} as const;

function withEnvelope<Shape extends z.ZodRawShape, Policy extends RequestIdPolicy>(shape: Shape, policy: Policy) {
  return z.strictObject({ ...shape, ...envelope[policy] });
}

/** A verb that reads. Writes nothing, needs no request id. */
export function query<Input extends z.ZodObject, Output extends z.ZodType>(
  definition: Shared<Input, Output>,
): QueryDefinition<Input, Output> {
  return { kind: 'query', ...definition };
}

interface CommandParts<
  Shape extends z.ZodRawShape,
  Output extends z.ZodType,
  Policy extends RequestIdPolicy,
> extends Omit<Shared<z.ZodObject, Output>, 'input'> {
  input: Shape;
  requestId: Policy;
}

/** A verb that writes: one transaction, with `requestId` and `approval` added to its input. */
export function command<Shape extends z.ZodRawShape, Output extends z.ZodType, Policy extends RequestIdPolicy>(
  parts: CommandParts<Shape, Output, Policy>,
) {
  return { ...parts, kind: 'command' as const, input: withEnvelope(parts.input, parts.requestId) };
}
