import { z } from 'zod';
import type { Definition } from '../../../shared/contract/define.ts';
import { ERROR_CODES, type ErrorCode, type ErrorDetails } from '../../../shared/errors.ts';
import { problemBody } from '../http/problem.ts';

const text = z.string();
const id = z.int();

/** `ErrorDetails` once more for the documentation; the compiler holds the two together. */
const DETAILS = {
  VALIDATION: z.object({ errors: z.array(z.object({ path: text, message: text })) }),
  FORBIDDEN: z.object({ fields: z.array(text).optional() }),
  APPROVAL_REQUIRED: z.object({ needs: text }),
  LOCKED_OUT: z.object({ until: text }),
  NOT_FOUND: z.object({ entity: text, id: z.union([id, text]) }),
  CONFLICT: z.object({ field: text.optional(), owner: text.optional() }),
  INVALID_STATE: z.object({ status: text }),
  INSUFFICIENT_STOCK: z.object({
    location: text,
    locationId: id,
    name: text,
    equipmentId: id,
    condition: text,
    available: id,
    asked: id,
  }),
  NO_RATE: z.object({ equipmentId: id }),
  METER_ROLLBACK: z.object({ last: text, current: text }),
  NEGATIVE_TOTAL: z.object({ total: text }),
  CREDIT_LIMIT: z.object({ limit: text, outstanding: text, asked: text }),
  DATE_NOT_ALLOWED: z.object({ date: text, earliest: text, latest: text }),
  DAY_CLOSED: z.object({ date: text, lockedUntil: text }),
  UNEXPECTED: z.object({ id: text }),
} satisfies { [Code in keyof ErrorDetails]: z.ZodType<ErrorDetails[Code]> };

const CODES = Object.keys(ERROR_CODES).filter((name): name is ErrorCode => Object.hasOwn(ERROR_CODES, name));

function hasDetails(code: ErrorCode): code is keyof typeof DETAILS {
  return Object.hasOwn(DETAILS, code);
}

/** The schemas of refusals: `Problem` for all, and one for each code with its details. */
export function problemSchemas(): Record<string, unknown> {
  const problem = {
    type: 'object',
    description: 'RFC 9457: why the call was refused',
    required: ['type', 'title', 'status', 'detail', 'code'],
    properties: {
      type: { type: 'string', format: 'uri-reference' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string', description: 'A sentence for a person' },
      code: { type: 'string', enum: CODES },
    },
  };
  return { Problem: problem, ...Object.fromEntries(CODES.map((code) => [nameOf(code), schemaOf(code)])) };
}

/**
 * The refusals a verb can answer, by HTTP status: its own codes and those every verb like it can.
 *
 * @param hasInput whether there is anything in its input that could be wrong
 */
export function problemResponses({ may, errors = [], http }: Definition, hasInput: boolean): Record<string, unknown> {
  const codes = new Set<ErrorCode>([...errors, 'FORBIDDEN', 'UNEXPECTED']);
  if (hasInput) codes.add('VALIDATION');
  if (may !== 'anyone') codes.add('UNAUTHENTICATED');
  if (http.method !== 'GET') codes.add('VALIDATION').add('TOO_LARGE');
  const byStatus = Map.groupBy(codes, (code) => ERROR_CODES[code].status);
  return Object.fromEntries(Array.from(byStatus, ([status, grouped]) => [status, responseOf(grouped)]));
}

function responseOf(codes: ErrorCode[]): unknown {
  const refs = codes.map((code) => ({ $ref: `#/components/schemas/${nameOf(code)}` }));
  const [only] = refs;
  const schema = refs.length === 1 ? only : { oneOf: refs };
  const description = codes.map((code) => `\`${code}\`: ${ERROR_CODES[code].title}`).join('; ');
  return { description, content: { 'application/problem+json': { schema } } };
}

function schemaOf(code: ErrorCode): unknown {
  const { status, title } = ERROR_CODES[code];
  return {
    description: title,
    allOf: [{ $ref: '#/components/schemas/Problem' }],
    properties: { ...detailsOf(code), status: { const: status }, code: { const: code } },
  };
}

/** Details under the names they have in an answer; none is required, as the transport itself refuses without them. */
function detailsOf(code: ErrorCode): Record<string, unknown> {
  if (!hasDetails(code)) return {};
  const { properties = {} } = z.toJSONSchema(DETAILS[code]);
  const {
    type: _type,
    title: _title,
    detail: _detail,
    ...named
  } = problemBody({ code, message: '', details: properties });
  return named;
}

function nameOf(code: ErrorCode): string {
  return `Problem.${code}`;
}
