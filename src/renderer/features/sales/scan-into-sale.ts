import type { Equipment } from '../../data/catalogue.ts';
import { oneMore } from '../../one-more.ts';
import { cylinderKey, type OtherLine, type SaleDraft } from './sale-draft.ts';

/** One more of what was read: delivered when it is a cylinder, else sold, or lent when it stays ours. */
export function withScanned(draft: SaleDraft, equipment: Equipment): Partial<SaleDraft> {
  if (equipment.equipmentType === 'CYLINDER') {
    const key = cylinderKey(equipment.id, 'DELIVER');
    return { cylinders: { ...draft.cylinders, [key]: oneMore(draft.cylinders[key]) } };
  }
  const known = draft.others.find(({ kind, id }) => kind === 'equipment' && id === equipment.id);
  if (known === undefined) return { others: [...draft.others, equipmentLine(equipment)] };
  const more = { ...known, quantity: oneMore(known.quantity) };
  return { others: draft.others.map((line) => (line === known ? more : line)) };
}

/** A meter stays ours; a regulator is sold (domain.md, "Sale lines that move stock"). */
export function equipmentLine({ id, equipmentType }: Pick<Equipment, 'id' | 'equipmentType'>): OtherLine {
  const ownership = equipmentType === 'METER' ? 'LOAN' : 'SOLD';
  return { key: crypto.randomUUID(), kind: 'equipment', id, quantity: '1', rate: '', ownership };
}
