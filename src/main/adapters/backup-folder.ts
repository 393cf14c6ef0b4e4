import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Instant } from '../../shared/dates.ts';
import type { BackupFile } from '../services/ports.ts';

/** What is written beside each copy when it has been checked; a copy without it was put there by somebody else. */
const note = z.object({
  createdAt: z.custom<Instant>((value) => typeof value === 'string'),
  reason: z.enum(['timed', 'asked']),
  commit: z.int().nonnegative(),
  sha256: z.string().length(64),
  problems: z.array(z.string()),
});

export type BackupNote = z.output<typeof note>;

const CHECKED = /^depot-.*\.db$/;
const BEFORE_UPDATE = /^before-update-from-schema-\d+-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.db$/;
/** What a crash leaves of a copy that was being made. */
const UNFINISHED = /^\.writing-/;

export function unfinishedCopy(folder: string): string {
  return path.join(folder, '.writing-depot.db');
}

/** `depot-2026-01-20T01-00-00-000Z-commit-123.db`: sorts by time, and says what it holds. */
function nameOf({ createdAt, commit }: BackupNote): string {
  return `depot-${createdAt.replaceAll(/[:.]/g, '-')}-commit-${commit}.db`;
}

/** Gives a checked copy its name, with what is known of it beside it; both were or are synced. @returns the name */
export function keepCopy(folder: string, copy: string, known: BackupNote): string {
  const name = nameOf(known);
  const beside = path.join(folder, `.writing-${name}.json`);
  writeFileSync(beside, `${JSON.stringify(known)}\n`, { flush: true });
  renameSync(beside, noteFile(folder, name));
  renameSync(copy, path.join(folder, name));
  return name;
}

function noteFile(folder: string, name: string): string {
  return path.join(folder, name.replace(/\.db$/, '.json'));
}

/** The copies of a folder, newest first; none when there is no such folder. */
export function copiesIn(folder: string): BackupFile[] {
  if (!existsSync(folder)) return [];
  const copies = readdirSync(folder).flatMap((name) => describe(folder, name) ?? []);
  return copies.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

function describe(folder: string, name: string): BackupFile | null {
  const update = BEFORE_UPDATE.exec(name);
  if (update === null && !CHECKED.test(name)) return null;
  const bytes = statSync(path.join(folder, name)).size;
  if (update !== null) {
    const [, hour, minute, second, millisecond] = update;
    const createdAt = `${hour}:${minute}:${second}.${millisecond}Z` as Instant;
    return { name, createdAt, bytes, reason: 'update', commit: null, sha256: null, problems: null };
  }
  const known = readNote(noteFile(folder, name));
  return known === null ? null : { name, bytes, ...known };
}

function readNote(file: string): BackupNote | null {
  try {
    return note.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Missing, or not written by us: nothing is known of the copy.
    return null;
  }
}

export function removeCopy(folder: string, name: string): void {
  rmSync(path.join(folder, name), { force: true });
  rmSync(noteFile(folder, name), { force: true });
}

export function removeUnfinished(folder: string): void {
  if (!existsSync(folder)) return;
  for (const left of readdirSync(folder).filter((name) => UNFINISHED.test(name))) {
    rmSync(path.join(folder, left), { force: true });
  }
}
