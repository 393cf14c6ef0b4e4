import type { Equipment } from '../../data/catalogue.ts';
import { t } from '../../texts/index.ts';
import { type CylinderAction, cylinderKey, type SaleDraft } from './sale-draft.ts';
import { rowKey } from './sale-input.ts';
import type { LineProblem } from './sale-problems.ts';
import type { Counts, OnSite } from './swap.ts';

const RETURNS: CylinderAction[] = ['EMPTY_RETURN', 'HALF_RETURN', 'DAMAGED_RETURN'];

export interface Holdings {
  /** Where the goods come from. */
  place: string;
  /** Full ones there, by equipment id; `null` while not known. */
  full: ReadonlyMap<number, number> | null;
  onSite: OnSite;
}

/** Tells while one types, next to the line, what a save would be refused for. */
export function liveShortages(
  draft: SaleDraft,
  counts: Counts,
  cylinders: readonly Equipment[],
  { place, full, onSite }: Holdings,
): Map<string, LineProblem> {
  const found = new Map<string, LineProblem>();
  for (const { id } of cylinders) {
    const count = (action: CylinderAction) => Number(counts.byKey[cylinderKey(id, action)] ?? 0);
    const delivered = count('DELIVER');
    const here = full?.get(id) ?? 0;
    if (full !== null && delivered > here && !draft.confirmTruckShort) {
      found.set(rowKey(id), { message: shortOf(here, place, delivered), action: 'DELIVER' });
      continue;
    }
    const returned = RETURNS.reduce((sum, action) => sum + count(action), 0);
    // What is delivered now may come back now.
    const held = (onSite?.get(id) ?? 0) + delivered;
    if (onSite !== null && returned > held) {
      const action = RETURNS.find((candidate) => count(candidate) > 0) ?? null;
      found.set(rowKey(id), { message: t.sale.notOnSite(held, returned), action });
    }
  }
  for (const { key, kind, id, quantity } of draft.others) {
    const here = full?.get(id) ?? 0;
    if (full !== null && kind === 'equipment' && Number(quantity) > here && !draft.confirmTruckShort) {
      found.set(key, { message: shortOf(here, place, Number(quantity)), action: null });
    }
  }
  return found;
}

function shortOf(here: number, place: string, asked: number): string {
  return t.stock.short(here, t.conditions.FULL.toLowerCase(), place, asked);
}
