import { z } from 'zod';
import { companyFields, setup } from '../../../shared/contract/session.ts';
import { settingsSections } from '../../../shared/contract/settings.ts';
import { addProblem, type Problems } from './problems.ts';
import { reasonOf } from './reason-of.ts';

export const COMPANY_FILE = 'company.json';

const { gstMode, cashRounding } = settingsSections.tax.shape;

const company = z.strictObject({
  ...companyFields,
  siteCode: setup['setup.create'].input.shape.siteCode,
  gstMode: gstMode.optional(),
  cashRounding: cashRounding.optional(),
});

export type Company = z.output<typeof company>;

export interface CompanyFile {
  /** `null` when something in it is not right, which has been noted. */
  fields: Company | null;
  siteCodeLine: number;
}

export function readCompany(text: string, problems: Problems): CompanyFile {
  return { fields: readFields(text, problems), siteCodeLine: lineOfKey(text, 'siteCode') };
}

function readFields(text: string, problems: Problems): Company | null {
  const bare = text.replace(/^\uFEFF/, '');
  let content: unknown;
  try {
    content = JSON.parse(bare);
  } catch (error) {
    const reason = 'This is not well-formed JSON: compare it with the sample’s company.json.';
    addProblem(problems, { file: COMPANY_FILE, line: lineOfSyntaxError(bare, error), column: '', reason });
    return null;
  }
  const parsed = company.safeParse(content);
  if (parsed.success) return parsed.data;
  // One reason for each field is enough to mend it.
  for (const issue of new Map(parsed.error.issues.map((each) => [each.path.join('.'), each])).values()) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) note(bare, [...issue.path, key], 'There is no such field.', problems);
    } else note(bare, issue.path, reasonOf(issue, valueAt(content, issue.path)), problems);
  }
  return null;
}

function note(text: string, path: readonly PropertyKey[], reason: string, problems: Problems): void {
  const line = lineOfKey(text, String(path.at(-1) ?? ''));
  addProblem(problems, { file: COMPANY_FILE, line, column: path.map(String).join('.'), reason });
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    content,
  );
}

/** V8 says "… at position 12 (line 3 column 4)", or that the text ends too soon. */
function lineOfSyntaxError(text: string, error: unknown): number {
  const position = /at position (\d+)/.exec(String(error))?.[1];
  return lineOf(text, position === undefined ? text.length : Number(position));
}

/** Of a field that is missing, the first line. */
function lineOfKey(text: string, key: string): number {
  return lineOf(text, text.indexOf(JSON.stringify(key)));
}

function lineOf(text: string, position: number): number {
  return position < 0 ? 1 : text.slice(0, position).split('\n').length;
}
