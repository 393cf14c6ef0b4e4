import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { WireOutput } from '../../shared/contract/index.ts';
import { call } from '../api.ts';
import { PAGE_LARGEST } from '../../shared/contract/lists.ts';
import { fetchAll } from './fetch-all.ts';
import { queryClient } from './query-client.ts';
import { useVerb } from './use-verb.ts';

export type Equipment = WireOutput<'equipment.get'>;
export type Service = WireOutput<'services.get'>;
export type Depot = WireOutput<'depots.get'>;
export type Driver = WireOutput<'users.drivers'>['items'][number];

/** The catalogue changes a few times a year; asking each minute is plenty. */
const GOOD_FOR = 60_000;
const NOTHING: never[] = [];
const limit = PAGE_LARGEST;

const allEquipment = {
  queryKey: ['equipment.list', 'all'],
  queryFn: () => fetchAll((cursor) => call('equipment.list', { limit, cursor, sort: 'sku' })),
  staleTime: GOOD_FOR,
};

/** All equipment, also outside of a screen. @throws {ApiProblem} */
export function fetchEquipment(): Promise<Equipment[]> {
  // An old answer now is better than the newest in a while.
  return queryClient.ensureQueryData({ ...allEquipment, revalidateIfStale: true });
}

export function useEquipment(): { items: Equipment[]; byId: Map<number, Equipment>; isLoading: boolean } {
  const { data, isPending } = useQuery(allEquipment);
  const items = useMemo(() => (data ?? NOTHING).toSorted(bySizeThenName), [data]);
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  return { items, byId, isLoading: isPending };
}

/** Cylinders first, small to large, as on the paper slips; then meters and regulators. */
function bySizeThenName(left: Equipment, right: Equipment): number {
  const byType = Number(left.equipmentType !== 'CYLINDER') - Number(right.equipmentType !== 'CYLINDER');
  return byType || Number(left.weightKg ?? 0) - Number(right.weightKg ?? 0) || left.name.localeCompare(right.name);
}

export function useServices(): Service[] {
  const { data } = useQuery({
    queryKey: ['services.list', 'all'],
    queryFn: () => fetchAll((cursor) => call('services.list', { limit, cursor, sort: 'code', isActive: true })),
    staleTime: GOOD_FOR,
  });
  return data ?? NOTHING;
}

export function useDepots(): { own: Depot[]; byId: Map<number, Depot>; isLoading: boolean } {
  const { data, isPending } = useQuery({
    queryKey: ['depots.list', 'all'],
    queryFn: () => fetchAll((cursor) => call('depots.list', { limit, cursor })),
    staleTime: GOOD_FOR,
  });
  const all = data ?? NOTHING;
  const own = useMemo(() => all.filter((depot) => depot.kind === 'OWN' && depot.isActive), [all]);
  const byId = useMemo(() => new Map(all.map((depot) => [depot.id, depot])), [all]);
  return { own, byId, isLoading: isPending };
}

export function useDrivers(): { items: Driver[]; byId: Map<number, Driver>; isLoading: boolean } {
  const { data, isPending } = useVerb('users.drivers', {}, { goodFor: GOOD_FOR });
  const items = data?.items ?? NOTHING;
  const byId = useMemo(() => new Map(items.map((driver) => [driver.id, driver])), [items]);
  return { items, byId, isLoading: isPending };
}

/** `Driver One · GBA1234A`. */
export function driverLabel(driver: Driver): string {
  return driver.vehicleNo ? `${driver.fullName} · ${driver.vehicleNo}` : driver.fullName;
}
