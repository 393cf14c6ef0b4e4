import { z } from 'zod';
import type { QueryVerb } from '../../../src/shared/contract/index.ts';
import type { Call } from '../../helpers/open-test-console.ts';
import { listRow, type Row } from './list-meanings.ts';

const page = z.object({ items: z.array(listRow), nextCursor: z.string().nullable(), total: z.int().nullable() });

/** All pages of a list, and every total they told. */
export async function wholeList(
  call: Call,
  verb: QueryVerb,
  input: Readonly<Record<string, unknown>>,
): Promise<{ rows: Row[]; totals: (number | null)[] }> {
  const rows: Row[] = [];
  const totals = new Set<number | null>();
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = page.parse(await call(verb, { limit: 200, ...input, ...(cursor && { cursor }) }));
    rows.push(...answer.items);
    totals.add(answer.total);
    cursor = answer.nextCursor;
  }
  return { rows, totals: [...totals] };
}
