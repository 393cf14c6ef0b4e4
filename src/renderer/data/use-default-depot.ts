import { useUser } from '../state/session.ts';
import { type Depot, useDepots } from './catalogue.ts';

/** Where this person works: the user's own depot, else the first one. */
export function useDefaultDepot(): Depot | undefined {
  const { depotId } = useUser();
  const { own } = useDepots();
  return own.find((depot) => depot.id === depotId) ?? own[0];
}
