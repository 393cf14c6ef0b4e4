import { z } from 'zod';
import type { Definition } from '../../shared/contract/define.ts';
import { type FieldError, refuse } from '../../shared/errors.ts';

const MOST_ERRORS = 50;

/** Parses a verb's input by its contract. @throws Refusal VALIDATION naming each field that is not right. */
export function parseInput(definition: Definition, input: unknown): Record<string, unknown> {
  const parsed = z.safeDecode(definition.input, (input ?? {}) as never, { reportInput: true });
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap(fieldErrors).slice(0, MOST_ERRORS);
  const [first] = errors;
  const message = first ? `${first.path || 'The input'}: ${first.message}` : 'The input is not right.';
  return refuse('VALIDATION', message, { errors });
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map(String).join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: plain(issue) }];
  return issue.keys.map((key) => ({
    path: [path, key.slice(0, 60)].filter(Boolean).join('.'),
    message: 'is not a field of this verb',
  }));
}

/** zod's own words are for programmers. */
function plain(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${KINDS[issue.expected] ?? `a ${issue.expected}`}`;
    case 'too_small':
      return `must ${issue.origin === 'number' || issue.origin === 'int' ? 'be' : 'have'} at least ${issue.minimum}`;
    case 'too_big':
      return `must ${issue.origin === 'number' || issue.origin === 'int' ? 'be' : 'have'} at most ${issue.maximum}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'is of no known kind';
    default:
      return issue.message;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};
