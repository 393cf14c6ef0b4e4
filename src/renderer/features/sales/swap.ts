import { type CylinderAction, cylinderKey, type SaleDraft } from './sale-draft.ts';

/** On site at the customer, by equipment id; `null` while not known. */
export type OnSite = ReadonlyMap<number, number> | null;

const OTHER_RETURNS: CylinderAction[] = ['HALF_RETURN', 'DAMAGED_RETURN'];

/** The counts of a sale, those typed and those that follow from them. */
export interface Counts {
  byKey: Readonly<Record<string, string>>;
  /** Empties nobody typed: as many come back as are delivered, unless it is said otherwise. */
  assumed: ReadonlySet<string>;
}

/**
 * A full one is swapped for an empty one: what the customer has on site comes back for what is delivered, half full and
 * damaged ones counted in. What is typed is never changed, nor what was emptied by hand.
 */
export function withSwaps(
  { cylinders }: Pick<SaleDraft, 'cylinders'>,
  equipmentIds: readonly number[],
  onSite: OnSite,
): Counts {
  const byKey = { ...cylinders };
  const assumed = new Set<string>();
  if (onSite === null) return { byKey, assumed };
  for (const id of equipmentIds) {
    const count = (action: CylinderAction) => Number(cylinders[cylinderKey(id, action)] ?? 0);
    const key = cylinderKey(id, 'EMPTY_RETURN');
    if (cylinders[key] !== undefined) continue;
    const otherwise = OTHER_RETURNS.reduce((sum, action) => sum + count(action), 0);
    const back = Math.min(count('DELIVER'), onSite.get(id) ?? 0) - otherwise;
    if (back <= 0) continue;
    byKey[key] = String(back);
    assumed.add(key);
  }
  return { byKey, assumed };
}

/** The size this customer has most of, where counting most likely starts; `null`: any. */
export function usualSize(equipmentIds: readonly number[], onSite: OnSite): number | null {
  const held = (id: number) => onSite?.get(id) ?? 0;
  const most = Math.max(0, ...equipmentIds.map(held));
  return most === 0 ? null : (equipmentIds.find((id) => held(id) === most) ?? null);
}
