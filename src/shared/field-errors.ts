import type { z } from 'zod';
import type { FieldError } from './errors.ts';

/** What is wrong with a field, in words for whoever filled it in. An issue about several keys is an error for each. */
export function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
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
