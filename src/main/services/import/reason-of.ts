import type { z } from 'zod';

const LONGEST_QUOTE = 40;

/** What a clerk is told of a cell, or of a field of company.json, that the contract does not accept. */
export function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'This must be filled in.';
  return `${quoted(value)} ${requirementOf(issue)}.`;
}

/** A value as it stands in the file, short enough for one line. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}"`;
}

/** zod's own words are for programmers; the contract's own are kept. */
function requirementOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return `must be ${issue.expected === 'string' ? 'text' : `a ${issue.expected}`}`;
    case 'invalid_union': {
      const nested = issue.errors[0]?.[0];
      return nested ? requirementOf(nested) : 'is of no known kind';
    }
    case 'invalid_format':
      return issue.format === 'email' ? 'must be an e-mail address, like "name@example.com"' : issue.message;
    case 'too_small':
      return issue.origin === 'string'
        ? `must have ${issue.minimum} characters at least`
        : `must be ${issue.minimum} at least`;
    case 'too_big':
      return issue.origin === 'string'
        ? `must have ${issue.maximum} characters at most`
        : `must be ${issue.maximum} at most`;
    default:
      return issue.message;
  }
}
