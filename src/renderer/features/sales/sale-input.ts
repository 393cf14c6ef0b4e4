import { CYLINDER_ACTIONS } from '../../../shared/contract/transactions.ts';
import type { Body } from '../../data/use-command.ts';
import { cylinderKey, type OtherLine, type SaleDraft } from './sale-draft.ts';
import type { Counts } from './swap.ts';

export type SaleInput = Body<'transactions.create'>;
export type SaleItem = SaleInput['items'][number];

/** Which line of the form each item of the input came from, by its place: problems and prices find their way back. */
export interface KeyedItem {
  key: string;
  item: SaleItem;
}

/** The key of a cylinder line's row in the form; one row has up to four items. */
export function rowKey(equipmentId: number): string {
  return `cylinder:${equipmentId}`;
}

/** The items of a sale, those that follow included, in the order of the form: cylinders by size, then the rest as added. */
export function saleItems(draft: SaleDraft, counts: Counts, equipmentIds: readonly number[]): KeyedItem[] {
  const reason = draft.rateReason.trim();
  const other = (rate: string) => (rate === '' ? {} : { rate, ...(reason === '' ? {} : { rateReason: reason }) });
  const cylinders = equipmentIds.flatMap((equipmentId) =>
    CYLINDER_ACTIONS.flatMap((action): KeyedItem[] => {
      const quantity = Number(counts.byKey[cylinderKey(equipmentId, action)] ?? 0);
      if (quantity === 0) return [];
      const price = action === 'DELIVER' ? other(draft.rates[equipmentId] ?? '') : {};
      return [{ key: rowKey(equipmentId), item: { type: 'cylinder', equipmentId, action, quantity, ...price } }];
    }),
  );
  const others = draft.others.flatMap((line): KeyedItem[] => {
    const quantity = Number(line.quantity);
    return quantity === 0 ? [] : [{ key: line.key, item: otherItem(line, quantity, other(line.rate)) }];
  });
  return [...cylinders, ...others];
}

function otherItem(line: OtherLine, quantity: number, price: { rate?: string; rateReason?: string }): SaleItem {
  switch (line.kind) {
    case 'service':
      return { type: 'service', serviceId: line.id, quantity, ...price };
    case 'equipment': {
      const ownership = line.ownership === null ? {} : { ownership: line.ownership };
      return { type: 'equipment', equipmentId: line.id, quantity, ...price, ...ownership };
    }
    case 'deposit':
      return {
        type: 'deposit',
        equipmentId: line.id,
        quantity,
        ...(price.rate === undefined ? {} : { amount: price.rate }),
      };
  }
}

/** The sale as the contract wants it, without the payment. `null` until there is a customer, a source and something to bill. */
export function saleInput(
  draft: SaleDraft,
  items: readonly KeyedItem[],
  source: SaleDraft['source'],
): SaleInput | null {
  if (draft.customer === null || source === null || (items.length === 0 && draft.meter === '')) return null;
  const hasMeter = draft.customer.isMeterInstalled && draft.meter !== '';
  return {
    customerId: draft.customer.id,
    source: source.kind === 'depot' ? { kind: 'depot', depotId: source.id } : { kind: 'truck', driverId: source.id },
    ...(draft.businessDate === '' ? {} : { businessDate: draft.businessDate }),
    poNumber: draft.poNumber.trim() || null,
    remarks: draft.remarks.trim() || null,
    items: items.map(({ item }) => item),
    ...(hasMeter
      ? {
          currentMeter: draft.meter.replace(/\.$/, ''),
          meterEstimated: draft.meterEstimated,
          meterRollover: draft.meterRollover,
          confirmUnusual: draft.confirmUnusual,
        }
      : {}),
    ...(draft.confirmTruckShort ? { confirmTruckShort: true } : {}),
  };
}
