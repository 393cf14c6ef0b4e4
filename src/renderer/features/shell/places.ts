import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Role } from '../../../shared/roles.ts';
import { ask } from '../../data/ask.ts';
import { findDocuments } from '../../data/find-document.ts';
import { may, useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { rankCustomers } from '../sales/rank-customers.ts';
import { homeOf, SCREENS } from './screens.tsx';

/** Somewhere to go. */
export interface Place {
  path: string;
  label: string;
  note: string;
}

export interface PlaceGroup {
  label: string;
  places: Place[];
}

const FEW = 5;
/** Asked for, so that the best of them can be offered first. */
const RANKED = 40;
const DEBOUNCE_MS = 100;

/** Where the typed text may lead: screens at once, customers and documents a moment later. */
export function usePlaces(text: string): { groups: PlaceGroup[]; isCurrent: boolean } {
  const { role } = useUser();
  const typed = text.trim();
  const [search] = useDebouncedValue(typed, DEBOUNCE_MS);
  const { data, isFetching } = useQuery({
    queryKey: ['places', search, role],
    queryFn: () => findPlaces(search, may(role, 'customers.list')),
    enabled: search !== '',
    placeholderData: (previous) => (search === '' ? undefined : previous),
  });
  const found = typed === '' ? [] : (data ?? []);
  const screens = { label: t.anywhere.screens, places: screensNamed(typed, role) };
  return {
    groups: [screens, ...found].filter(({ places }) => places.length > 0),
    isCurrent: typed === '' || (typed === search && !isFetching),
  };
}

function screensNamed(typed: string, role: Role): Place[] {
  return SCREENS.flatMap((screen) => {
    const { nav } = screen;
    if (!nav || !may(role, screen.needs) || !nav.label.toLowerCase().includes(typed.toLowerCase())) return [];
    return [{ path: homeOf(screen), label: nav.label, note: nav.key ?? '' }];
  });
}

/** What Enter leads to, also before the list has caught up with the letters. @throws {ApiProblem} */
export async function firstPlace(text: string, role: Role): Promise<Place | undefined> {
  const typed = text.trim();
  const [screen] = screensNamed(typed, role);
  if (screen || typed === '') return screen;
  const groups = await findPlaces(typed, may(role, 'customers.list'));
  return groups.flatMap(({ places }) => places)[0];
}

/** @throws {ApiProblem} */
async function findPlaces(search: string, mayReadCustomers: boolean): Promise<PlaceGroup[]> {
  const [documents, customers] = await Promise.all([
    findDocuments(search),
    mayReadCustomers ? ask('customers.list', { search, limit: RANKED, isActive: true }) : { items: [] },
  ]);
  return [
    {
      label: t.anywhere.documents,
      places: documents.map(({ number, about, path }) => ({ path, label: number, note: about })),
    },
    {
      label: t.anywhere.customers,
      places: rankCustomers(customers.items, search)
        .slice(0, FEW)
        .map(({ id, name, code }) => ({ path: `/customers/${id}`, label: name, note: code })),
    },
  ];
}
