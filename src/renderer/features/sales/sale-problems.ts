import { type ApiProblem, detailsOf } from '../../api-problem.ts';
import { shortageText } from '../stock/shortage.ts';
import type { CylinderAction } from './sale-draft.ts';
import { type KeyedItem, rowKey } from './sale-input.ts';

/** What is wrong with one line of the form. */
export interface LineProblem {
  message: string;
  /** The cylinder cell to blame, when it is one. */
  action: CylinderAction | null;
}

export interface SaleProblems {
  lines: Map<string, LineProblem>;
  meter: string | null;
  fields: Map<string, string>;
  /** What has no field of its own. */
  rest: ApiProblem | null;
  /** The truck is short on paper only: the clerk may say so. */
  isTruckShort: boolean;
  /** More came back than the books say: an approval lets it pass. */
  isBeyondSite: boolean;
}

const METER_FIELDS = new Set(['currentMeter', 'meterRollover', 'meterEstimated', 'confirmUnusual']);
const FORM_FIELDS = new Set(['customerId', 'businessDate', 'poNumber', 'remarks', 'source']);

/** Sorts a refusal to where it was typed. */
export function saleProblems(problem: ApiProblem | null, items: readonly KeyedItem[]): SaleProblems {
  const sorted: SaleProblems = {
    lines: new Map(),
    meter: null,
    fields: new Map(),
    rest: null,
    isTruckShort: false,
    isBeyondSite: false,
  };
  if (problem === null) return sorted;

  const short = detailsOf(problem, 'INSUFFICIENT_STOCK');
  if (short !== null) {
    const item = items.find((keyed) => movesFrom(keyed, short));
    const action = item?.item.type === 'cylinder' ? item.item.action : null;
    sorted.lines.set(item?.key ?? rowKey(short.equipmentId), { message: shortageText(short), action });
    return { ...sorted, isTruckShort: short.location === 'TRUCK', isBeyondSite: short.location === 'CUSTOMER' };
  }
  if (problem.code === 'METER_ROLLBACK') return { ...sorted, meter: problem.message };
  if (problem.code === 'DATE_NOT_ALLOWED' || problem.code === 'DAY_CLOSED') {
    sorted.fields.set('businessDate', problem.message);
    return sorted;
  }
  const equipmentId = detailsOf(problem, 'NO_RATE')?.equipmentId;
  if (equipmentId) {
    const key = items.find(({ item }) => 'equipmentId' in item && item.equipmentId === equipmentId)?.key;
    sorted.lines.set(key ?? rowKey(equipmentId), { message: problem.message, action: null });
    return sorted;
  }
  return sortFields(problem, items, sorted);
}

function sortFields(problem: ApiProblem, items: readonly KeyedItem[], sorted: SaleProblems): SaleProblems {
  let isSaid = problem.fieldErrors.length > 0;
  for (const { path, message } of problem.fieldErrors) {
    const item = items[Number(/^items\.(\d+)/.exec(path)?.[1] ?? -1)];
    if (item) sorted.lines.set(item.key, { message, action: item.item.type === 'cylinder' ? item.item.action : null });
    else if (METER_FIELDS.has(path)) sorted.meter = message;
    else if (FORM_FIELDS.has(path) || path.startsWith('payment')) sorted.fields.set(path, message);
    else isSaid = false;
  }
  return { ...sorted, rest: isSaid ? null : problem };
}

/** Whether an item takes the goods that are missing from where they are missing. */
function movesFrom({ item }: KeyedItem, short: { equipmentId: number; location: string; condition: string }): boolean {
  if (!('equipmentId' in item) || item.equipmentId !== short.equipmentId || item.type === 'deposit') return false;
  if (item.type === 'equipment') return true;
  return (item.action === 'DELIVER') === (short.location !== 'CUSTOMER');
}
