import type { WireOutput } from '../../shared/contract/index.ts';
import { textTable } from './text-table.ts';

type Answer = WireOutput<'imports.run'>;

/** What came of an import, and the passwords, which nobody can show again. */
export function reportOf({ created, unchanged, oneTimePasswords }: Answer): string {
  const rows = Object.keys(created).map((name) => [name, String(created[name]), String(unchanged[name])]);
  const table = textTable([['', 'created', 'unchanged'], ...rows]);
  if (oneTimePasswords.length === 0) return table;
  const passwords = oneTimePasswords.map(({ username, password }) => `  ${username.padEnd(20)} ${password}\n`).join('');
  return `${table}\nOne-time passwords, shown only now. Each user chooses another at the first sign-in.\n${passwords}`;
}

/** Every problem on a line of its own, in the form editors and terminals know how to open. */
export function problemLines({ problems, moreProblems }: Answer): string {
  const lines = problems.map(({ file, line, column, reason }) => {
    const place = line === 0 ? file : `${file}:${line}`;
    return `${[place, column].filter(Boolean).join(' ')}: ${reason}\n`;
  });
  const more = moreProblems > 0 ? `… and ${moreProblems} more.\n` : '';
  return `${lines.join('')}${more}Nothing was imported.\n`;
}
