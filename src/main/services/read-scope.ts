import type { Column } from 'drizzle-orm';
import { refuse } from '../../shared/errors.ts';
import { actorOf, type ReadContext } from './context.ts';
import { anyOf, equals, type Filter } from './list-filter.ts';

/** What a person may read of documents and stock (domain.md, "People and rights", "read lists and reports"). */
export type Scope = { kind: 'all' } | { kind: 'depot'; depotId: number } | { kind: 'own'; userId: number };

/** Counter staff without a depot see what belongs to none. */
const NO_DEPOT = 0;

export function scopeOf(context: ReadContext): Scope {
  const actor = actorOf(context);
  switch (actor.role) {
    case 'ADMIN':
    case 'SUPERVISOR':
    case 'AUDITOR':
      return { kind: 'all' };
    case 'COUNTER':
      return { kind: 'depot', depotId: actor.depotId ?? NO_DEPOT };
    case 'DRIVER':
      return { kind: 'own', userId: actor.id };
  }
}

/**
 * The filter that keeps a list within what its reader may see.
 *
 * @param depot the column with the document's depot.
 * @param own columns with the driver whose truck it concerns, or who took the money.
 */
export function within(scope: Scope, depot: Column, ...own: Column[]): Filter | undefined {
  switch (scope.kind) {
    case 'all':
      return undefined;
    case 'depot':
      return equals(depot, scope.depotId);
    case 'own':
      return anyOf(...own.map((column) => equals(column, scope.userId)));
  }
}

/** @throws Refusal FORBIDDEN when a single document is not the reader's to see. */
export function refuseOutside(
  scope: Scope,
  document: { depotId: number | null; drivers: readonly (number | null)[] },
): void {
  const isVisible =
    scope.kind === 'all' ||
    (scope.kind === 'depot' ? document.depotId === scope.depotId : document.drivers.includes(scope.userId));
  if (!isVisible) {
    refuse('FORBIDDEN', 'This belongs to another depot or truck.', {});
  }
}
