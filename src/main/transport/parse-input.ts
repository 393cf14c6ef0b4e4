import { z } from 'zod';
import type { Definition } from '../../shared/contract/define.ts';
import { type FieldError, refuse, refuseField } from '../../shared/errors.ts';

const MOST_ERRORS = 50;

/** Parses a verb's input by its contract. @throws Refusal VALIDATION naming each field that is not right. */
export function parseInput(definition: Definition, input: unknown): Record<string, unknown> {
  const parsed = z.safeDecode(definition.input, (input ?? {}) as never, { reportInput: true });
  if (parsed.success) {
    const broken = brokenText(parsed.data);
    if (broken !== null) refuseField(broken, 'must be whole characters: half of one is no text');
    return parsed.data;
  }
  const errors = parsed.error.issues.flatMap(fieldErrors).slice(0, MOST_ERRORS);
  const [first] = errors;
  const message = first ? `${first.path || 'The input'}: ${first.message}` : 'The input is not right.';
  return refuse('VALIDATION', message, { errors });
}

/**
 * Where a text has half a surrogate pair: SQLite keeps another character in its place, and the audit's hash, made of
 * what came in, would not fit what is stored.
 *
 * @returns the path in dots; `null` when all is well.
 */
function brokenText(data: Record<string, unknown>): string | null {
  const left: (readonly [path: string, value: unknown])[] = [['', data]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [path, value] = next;
    if (typeof value === 'string' && !value.isWellFormed()) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inside] of Object.entries(value)) {
      const place = path === '' ? key : `${path}.${key}`;
      if (!key.isWellFormed()) return place.toWellFormed();
      left.push([place, inside]);
    }
  }
  return null;
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map(String).join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: plain(issue) }];
  return issue.keys.map((key) => ({
    path: [path, key.slice(0, 60)].filter(Boolean).join('.'),
    message: 'is not a field of this verb',
  }));
}

/** How zod begins when the contract has no words of its own. */
const ZODS_WORDS = /^(Invalid|Too small|Too big|Unrecognized)/;

/** The contract's words are kept; zod's are for programmers. */
function plain(issue: z.core.$ZodIssue): string {
  if (!ZODS_WORDS.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${KINDS[issue.expected] ?? `a ${issue.expected}`}`;
    case 'too_small':
      return mustHave(issue.origin, `at least ${issue.minimum}`);
    case 'too_big':
      return mustHave(issue.origin, `at most ${issue.maximum}`);
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'is not written as it must be';
    case 'invalid_union':
      return 'is of no known kind';
    default:
      return 'is not right';
  }
}

function mustHave(origin: string, amount: string): string {
  const counted = COUNTED[origin];
  return counted === undefined ? `must be ${amount}` : `must have ${amount} ${counted}`;
}

const COUNTED: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' };

const FORMATS: Readonly<Record<string, string>> = {
  email: 'must be an e-mail address, like "name@example.com"',
  uuid: 'must be a uuid',
};

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};
