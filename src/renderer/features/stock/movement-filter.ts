import { create } from 'zustand';
import type { WireInput } from '../../../shared/contract/index.ts';

type Asked = WireInput<'stock.movements'>;
export type PlaceKind = NonNullable<Asked['entity']>;
export type Condition = NonNullable<Asked['condition']>;

/** One place, or all of a kind. */
export interface FilterPlace {
  entity: PlaceKind;
  entityId?: number;
  /** For a customer, whom no list of choices holds. */
  name?: string;
}

export interface MovementFilter {
  search: string;
  equipmentId: number | null;
  place: FilterPlace | null;
  /** In this condition at the place: says nothing without one. */
  condition: Condition | null;
  from: string;
  to: string;
  /** Grows whenever it is set from elsewhere: what is being typed then gives way. */
  version: number;
}

const NO_FILTER: MovementFilter = {
  search: '',
  equipmentId: null,
  place: null,
  condition: null,
  from: '',
  to: '',
  version: 0,
};

/** Remembered while the console is open; every number of stock sets it to the movements behind itself. */
export const useMovementFilter = create<MovementFilter>(() => NO_FILTER);

export const MOVEMENTS = '/stock/movements';

/** For a link to the movements behind a number. */
export function showMovements(filter: Partial<MovementFilter>): () => void {
  return () => useMovementFilter.setState(({ version }) => ({ ...NO_FILTER, ...filter, version: version + 1 }));
}

export const showAllMovements = showMovements({});

export function isFiltered(filter: MovementFilter): boolean {
  return Object.keys(movementInput(filter)).length > 0;
}

export function movementInput({ search, equipmentId, place, condition, from, to }: MovementFilter): Asked {
  return {
    ...(search && { search }),
    ...(equipmentId !== null && { equipmentId }),
    ...(place && { entity: place.entity }),
    ...(place?.entityId !== undefined && { entityId: place.entityId }),
    ...(place && condition && { condition }),
    ...(from && { from }),
    ...(to && { to }),
  };
}
