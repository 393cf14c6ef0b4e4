import { z } from 'zod';
import type { Definition } from '../../shared/contract/define.ts';
import { refuse, refuseField } from '../../shared/errors.ts';
import { fieldErrors } from '../../shared/field-errors.ts';

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
