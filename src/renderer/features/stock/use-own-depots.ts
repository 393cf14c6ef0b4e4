import { type Depot, useDepots } from '../../data/catalogue.ts';
import { useUser } from '../../state/session.ts';

/** Our depots whose stock this person sees: counter staff only their own (domain.md, "People and rights"). */
export function useOwnDepots(): { items: Depot[]; isLoading: boolean } {
  const { role, depotId } = useUser();
  const { own, isLoading } = useDepots();
  return { items: role === 'COUNTER' ? own.filter(({ id }) => id === depotId) : own, isLoading };
}
