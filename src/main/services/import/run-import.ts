import type { Input, Output } from '../../../shared/contract/index.ts';
import type { ReadContext, Unit } from '../context.ts';
import type { Passwords } from '../ports.ts';
import { readBooks } from './books.ts';
import { checkWithBooks } from './check-with-books.ts';
import { oneTimeSecrets } from './one-time-passwords.ts';
import { planImport } from './plan-import.ts';
import { inOrder, noProblems, refuseProblems } from './problems.ts';
import { readFolder } from './read-folder.ts';
import { writeImport } from './write-import.ts';

type Answer = Output<'imports.run'>;

/**
 * Checks a whole folder, then writes all of it that is new, or nothing (docs/adr/0006-import.md). A dry run answers the
 * problems, or what would be written.
 *
 * @throws Refusal VALIDATION naming every problem, when it is not a dry run.
 */
export async function prepareImport(
  context: ReadContext,
  passwords: Passwords,
  { files, dryRun = false }: Input<'imports.run'>,
): Promise<(unit: Unit) => Answer> {
  const problems = noProblems();
  const folder = readFolder(files, problems);
  const known = readBooks(context.db);
  checkWithBooks(folder, known, problems);
  if (dryRun) {
    const { created, unchanged } = problems.count > 0 ? { created: {}, unchanged: {} } : planImport(folder, known);
    const moreProblems = problems.count - problems.kept.length;
    return () => ({ problems: inOrder(problems), moreProblems, created, unchanged, oneTimePasswords: [] });
  }
  refuseProblems(problems);
  const newUsers = planImport(folder, known).users.map(({ username }) => username);
  const secrets = await oneTimeSecrets(newUsers, passwords);
  return (unit) => {
    // Somebody may have written while the passwords were hashed.
    const books = readBooks(unit.db);
    const since = noProblems();
    checkWithBooks(folder, books, since);
    refuseProblems(since);
    const plan = planImport(folder, books);
    writeImport(unit, plan, books, secrets.hashes);
    const { created, unchanged } = plan;
    const oneTimePasswords = plan.users.map(({ username }) => ({
      username,
      password: secrets.passwords.get(username) ?? '',
    }));
    return { problems: [], moreProblems: 0, created, unchanged, oneTimePasswords };
  };
}
