import type { DeliveryNoteSnapshot, ReturnCondition } from '../../../shared/delivery-note-snapshot.ts';

/** What came back of one kind, by its condition. */
export interface ReturnedGoods {
  description: string;
  pieces: Readonly<Record<ReturnCondition, number>>;
}

/** What came back, one row for each kind, in the order it was entered. */
export function returnedGoodsOf({ goodsBack }: DeliveryNoteSnapshot): ReturnedGoods[] {
  const kinds = new Map<string, Record<ReturnCondition, number>>();
  for (const { description, condition, quantity } of goodsBack) {
    const pieces = kinds.get(description) ?? { EMPTY: 0, HALF: 0, DAMAGED: 0 };
    pieces[condition] += quantity;
    kinds.set(description, pieces);
  }
  return [...kinds].map(([description, pieces]) => ({ description, pieces }));
}
