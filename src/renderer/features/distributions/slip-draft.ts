import { z } from 'zod';
import type { Equipment } from '../../data/catalogue.ts';
import type { Body } from '../../data/use-command.ts';
import { oneMore } from '../../one-more.ts';
import { makeDrafts } from '../../state/drafts.ts';
import type { WireOutput } from '../../../shared/contract/index.ts';

export type Slip = WireOutput<'distributions.get'>;
export type SlipItem = Slip['items'][number];
type Move = Pick<SlipItem, 'direction' | 'condition'>;

const slipDraft = z.object({
  requestId: z.uuid(),
  /** Once written as a draft, it is changed and not written again. */
  id: z.int().nullable(),
  number: z.string().nullable(),
  depotId: z.int().nullable(),
  driverId: z.int().nullable(),
  /** Empty: today. */
  businessDate: z.string(),
  poNumber: z.string(),
  remarks: z.string(),
  /** What was typed, by `cellKey`. */
  counts: z.record(z.string(), z.string()),
});

export type SlipDraft = z.infer<typeof slipDraft>;
export type SlipPatch = Partial<SlipDraft> | ((now: SlipDraft) => Partial<SlipDraft>);

export function emptySlip(): SlipDraft {
  return {
    requestId: crypto.randomUUID(),
    id: null,
    number: null,
    depotId: null,
    driverId: null,
    businessDate: '',
    poNumber: '',
    remarks: '',
    counts: {},
  };
}

/** The columns of the grid: the morning's loading and the evening's empties first, what is rare after them. */
export const MOVES: readonly Move[] = [
  { direction: 'OUT', condition: 'FULL' },
  { direction: 'IN', condition: 'EMPTY' },
  { direction: 'IN', condition: 'FULL' },
  { direction: 'IN', condition: 'DAMAGED' },
  { direction: 'OUT', condition: 'EMPTY' },
  { direction: 'OUT', condition: 'DAMAGED' },
];

export function cellKey(equipmentId: number, { direction, condition }: Move): string {
  return `${equipmentId}:${direction}:${condition}`;
}

/** The slip's items in the order of the grid, column by column as they were counted. */
export function slipItems(counts: SlipDraft['counts'], equipment: readonly Equipment[]): SlipItem[] {
  return MOVES.flatMap((move) =>
    equipment.flatMap(({ id }) => {
      const quantity = Number(counts[cellKey(id, move)] ?? 0);
      return quantity > 0 ? [{ equipmentId: id, ...move, quantity }] : [];
    }),
  );
}

export function slipBody(draft: SlipDraft, items: SlipItem[]): Body<'distributions.create'> | null {
  if (draft.depotId === null || draft.driverId === null) return null;
  return {
    depotId: draft.depotId,
    driverId: draft.driverId,
    ...(draft.businessDate === '' ? {} : { businessDate: draft.businessDate }),
    poNumber: draft.poNumber.trim() || null,
    remarks: draft.remarks.trim() || null,
    items,
  };
}

/** A written draft back in the form. */
export function draftOf(slip: Slip): SlipDraft {
  return {
    requestId: crypto.randomUUID(),
    id: slip.id,
    number: slip.number,
    depotId: slip.depotId,
    driverId: slip.driverId,
    businessDate: slip.businessDate,
    poNumber: slip.poNumber ?? '',
    remarks: slip.remarks ?? '',
    counts: Object.fromEntries(slip.items.map((item) => [cellKey(item.equipmentId, item), String(item.quantity)])),
  };
}

export interface SlipTotals {
  collection: number;
  emptyReturn: number;
  otherReturn: number;
}

/** What the clerk compares with the truck (domain.md: `OUT` is Collection, `IN` of empties is Empty return). */
export function slipTotals(items: readonly SlipItem[]): SlipTotals {
  const sum = (wanted: (item: SlipItem) => boolean) =>
    items.reduce((total, item) => total + (wanted(item) ? item.quantity : 0), 0);
  return {
    collection: sum(({ direction }) => direction === 'OUT'),
    emptyReturn: sum(({ direction, condition }) => direction === 'IN' && condition === 'EMPTY'),
    otherReturn: sum(({ direction, condition }) => direction === 'IN' && condition !== 'EMPTY'),
  };
}

export function isStarted(draft: SlipDraft): boolean {
  return (
    Object.values(draft.counts).some((count) => count !== '') ||
    draft.driverId !== null ||
    draft.poNumber !== '' ||
    draft.remarks !== ''
  );
}

export const useSlipDraft = makeDrafts({ kind: 'distribution', schema: slipDraft, empty: emptySlip, isStarted });

/** One more full one loaded: what a scanner at the ramp reads. */
export function withScanned({ counts }: SlipDraft, { id }: Equipment): Partial<SlipDraft> {
  const key = cellKey(id, { direction: 'OUT', condition: 'FULL' });
  return { counts: { ...counts, [key]: oneMore(counts[key]) } };
}
