import { type FieldError, refuse } from '../../../shared/errors.ts';

/** One thing that is not right in the folder, for a clerk with the file open beside the screen. */
export interface ImportProblem {
  file: string;
  /** As an editor counts them, the line of headings being 1; 0 when it is about the whole file. */
  line: number;
  /** Empty when it is about the whole line. */
  column: string;
  reason: string;
}

export interface Problems {
  kept: ImportProblem[];
  count: number;
}

/** Nobody mends more in one go, and a wrong separator makes one problem for each cell. */
const MOST_KEPT = 200;

export function noProblems(): Problems {
  return { kept: [], count: 0 };
}

export function addProblem(problems: Problems, problem: ImportProblem): void {
  problems.count += 1;
  if (problems.kept.length < MOST_KEPT) problems.kept.push(problem);
}

/** Those kept, as a clerk works through them: file by file from the top. */
export function inOrder({ kept }: Problems): ImportProblem[] {
  return kept.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** @throws Refusal VALIDATION with every problem's place as its path, `customers.csv:12:email`. */
export function refuseProblems(problems: Problems): void {
  const { count } = problems;
  const listed = inOrder(problems);
  const [first] = listed;
  if (first === undefined) return;
  const others = count > 1 ? ` There ${count === 2 ? 'is 1 more problem' : `are ${count - 1} more problems`}.` : '';
  const errors = listed.map((problem): FieldError => ({ path: pathOf(problem), message: problem.reason }));
  refuse('VALIDATION', `${[placeOf(first), first.reason].filter(Boolean).join(': ')}${others} Nothing was imported.`, {
    errors,
  });
}

function pathOf({ file, line, column }: ImportProblem): string {
  return [file, line === 0 ? '' : String(line), column].filter(Boolean).join(':');
}

function placeOf({ file, line, column }: ImportProblem): string {
  return [file, line === 0 ? '' : `line ${line}`, column].filter(Boolean).join(', ');
}
