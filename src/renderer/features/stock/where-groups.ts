import type { WireOutput } from '../../../shared/contract/index.ts';
import { t } from '../../texts/index.ts';
import type { Condition, FilterPlace, PlaceKind } from './movement-filter.ts';

type PlaceTotal = WireOutput<'stock.whereabouts'>['places'][number];

/** One place, or all trucks, or all customers, with what is there in each condition. */
export interface WhereGroup {
  key: string;
  name: string;
  place: FilterPlace;
  parts: Partial<Record<Condition, number>>;
  sum: number;
  /** Not a place where cylinders are, but what they came out of: counted down when they did. */
  isSource: boolean;
}

export const WHERE_CONDITIONS = ['FULL', 'EMPTY', 'DAMAGED', 'ON_SITE'] as const satisfies readonly Condition[];

const ENTITY_OF = {
  DEPOT: 'depot',
  TRUCK: 'truck',
  CUSTOMER: 'customer',
  SOLD: 'sold',
  LOST: 'lost',
  SCRAP: 'scrap',
  OPENING: 'opening',
  ADJUSTMENT: 'adjustment',
} as const satisfies Record<PlaceTotal['kind'], PlaceKind>;

/** As one would walk: our depots, the trucks, the customers, what is gone; then where it all came from. */
export function whereGroups(places: readonly PlaceTotal[]): WhereGroup[] {
  const groups = new Map<string, WhereGroup & { isSupplier: boolean }>();
  for (const { kind, depot, condition, quantity } of places) {
    const key = depot ? `${kind} ${depot.id}` : kind;
    const group = groups.get(key) ?? {
      key,
      name: depot?.name ?? nameOf(kind),
      place: { entity: ENTITY_OF[kind], ...(depot && { entityId: depot.id }) },
      parts: {},
      sum: 0,
      isSource: kind === 'OPENING' || kind === 'ADJUSTMENT',
      isSupplier: depot?.isSupplier ?? false,
    };
    group.parts[condition] = (group.parts[condition] ?? 0) + quantity;
    group.sum += quantity;
    groups.set(key, group);
  }
  const order = Object.values(ENTITY_OF);
  return (
    [...groups.values()]
      // A plant that got more back than it sent has cylinders of ours.
      .map(({ isSupplier, ...group }) => ({ ...group, isSource: group.isSource || (isSupplier && group.sum <= 0) }))
      .toSorted(
        (left, right) =>
          Number(left.isSource) - Number(right.isSource) ||
          order.indexOf(left.place.entity) - order.indexOf(right.place.entity) ||
          left.name.localeCompare(right.name),
      )
  );
}

function nameOf(kind: PlaceTotal['kind']): string {
  const names: Partial<Record<PlaceTotal['kind'], string>> = t.where.places;
  return names[kind] ?? kind;
}

/** What the bar is made of: nothing below zero, no sources. */
export interface WhereSegment {
  group: WhereGroup;
  condition: Condition;
  quantity: number;
  /** Of all that is held, 0 to 1. */
  share: number;
}

export function whereSegments(groups: readonly WhereGroup[]): WhereSegment[] {
  const segments = groups
    .filter(({ isSource }) => !isSource)
    .flatMap((group) =>
      WHERE_CONDITIONS.map((condition) => ({ group, condition, quantity: group.parts[condition] ?? 0 })),
    )
    .filter(({ quantity }) => quantity > 0);
  const all = segments.reduce((sum, { quantity }) => sum + quantity, 0);
  return segments.map((segment) => ({ ...segment, share: segment.quantity / all }));
}

export function sumOf(groups: readonly WhereGroup[]): number {
  return groups.reduce((sum, group) => sum + group.sum, 0);
}

/** `12 %`, never 0 % of something. */
export function percentText(share: number): string {
  const percent = Math.round(share * 100);
  return percent === 0 ? '<1 %' : `${percent} %`;
}
