import type { WireInput } from '../../../shared/contract/index.ts';
import type { Equipment } from '../../data/catalogue.ts';
import { oneMore } from '../../one-more.ts';
import type { Condition } from './movement-filter.ts';

export type TransferDirection = 'RECEIVE' | 'DISPATCH';
type Items = WireInput<'stock.receive'>['items'];
export type GoodsCondition = Exclude<Condition, 'ON_SITE'>;

export const TRANSFER_CONDITIONS = ['FULL', 'EMPTY', 'DAMAGED'] as const satisfies readonly GoodsCondition[];

/** A delivery as it is typed: texts, and counts by `countKey`. */
export interface TransferForm {
  depotId: number | null;
  supplierDepotId: number | null;
  reference: string;
  /** Empty: today. */
  businessDate: string;
  remarks: string;
  counts: Readonly<Record<string, string>>;
}

export function countKey(equipmentId: number, condition: GoodsCondition): string {
  return `${equipmentId} ${condition}`;
}

/** What was counted, in the order of the grid. */
export function itemsOf(counts: TransferForm['counts']): Items {
  return Object.entries(counts)
    .filter(([, count]) => Number(count) > 0)
    .map(([key, count]) => {
      const [equipmentId, condition] = key.split(' ');
      return {
        equipmentId: Number(equipmentId),
        condition: TRANSFER_CONDITIONS.find((each) => each === condition) ?? 'FULL',
        quantity: Number(count),
      };
    });
}

export function totalOf(counts: TransferForm['counts']): number {
  return itemsOf(counts).reduce((sum, { quantity }) => sum + quantity, 0);
}

/** One more of what was read: full ones come from a plant, empty ones go there. */
export function withScanned(form: TransferForm, direction: TransferDirection, { id }: Equipment): TransferForm {
  const key = countKey(id, direction === 'RECEIVE' ? 'FULL' : 'EMPTY');
  return { ...form, counts: { ...form.counts, [key]: oneMore(form.counts[key]) } };
}
