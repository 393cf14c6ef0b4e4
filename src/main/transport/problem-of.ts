import { randomUUID } from 'node:crypto';
import { MachineError, type Problem, Refusal } from '../../shared/errors.ts';
import type { Log } from '../services/ports.ts';

/**
 * What the caller is told of an error. A refusal is told as it is; anything else gets an id, is logged with its
 * stack, and leaves without it (architecture.md, rule 7). What the call held in secret is kept out of that log.
 *
 * @param secrets asked only when something is logged.
 */
export function problemOf(error: unknown, log: Log, secrets: () => readonly string[] = () => []): Problem {
  if (error instanceof Refusal) return error.problem;
  const id = randomUUID();
  log.problem(id, error, secrets());
  return { code: 'UNEXPECTED', message: `${explain(error)} Nothing was saved. Id ${id}.`, details: { id } };
}

function explain(error: unknown): string {
  if (error instanceof MachineError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'The disk is full: free some space, then try again.';
  if (code.startsWith('SQLITE_READONLY')) return 'The books cannot be written: check the rights of the data folder.';
  if (code.startsWith('SQLITE_CORRUPT')) return 'The books are damaged: restore the last good backup.';
  return 'Something went wrong.';
}
