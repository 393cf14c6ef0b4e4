import { type ApiProblem, detailsOf } from '../../api-problem.ts';
import { shortageText } from '../stock/shortage.ts';
import { cellKey, type SlipItem } from './slip-draft.ts';
import type { RowProblem } from './slip-grid.tsx';

export interface SlipProblems {
  /** What stands next to a line. */
  rows: RowProblem[];
  /** What has no field of its own. */
  rest: ApiProblem | null;
}

const HEADER_FIELDS = new Set(['driverId', 'depotId', 'poNumber', 'businessDate', 'remarks']);

/** Sorts what was refused to where it was typed. */
export function slipProblems(problem: ApiProblem | null, items: readonly SlipItem[]): SlipProblems {
  if (problem === null) return { rows: [], rest: null };
  const short = detailsOf(problem, 'INSUFFICIENT_STOCK');
  if (short !== null) {
    const blamed = items.find(
      ({ equipmentId, condition, direction }) =>
        equipmentId === short.equipmentId &&
        condition === short.condition &&
        direction === (short.location === 'TRUCK' ? 'IN' : 'OUT'),
    );
    const cell = blamed ? cellKey(blamed.equipmentId, blamed) : null;
    return { rows: [{ equipmentId: short.equipmentId, cell, message: shortageText(short) }], rest: null };
  }
  const rows: RowProblem[] = [];
  const elsewhere: typeof problem.fieldErrors = [];
  for (const error of problem.fieldErrors) {
    const item = items[Number(/^items\.(\d+)/.exec(error.path)?.[1] ?? -1)];
    if (item)
      rows.push({ equipmentId: item.equipmentId, cell: cellKey(item.equipmentId, item), message: error.message });
    else if (!HEADER_FIELDS.has(error.path)) elsewhere.push(error);
  }
  const isSaid = problem.fieldErrors.length > 0 && elsewhere.length === 0;
  return { rows, rest: isSaid ? null : problem };
}
