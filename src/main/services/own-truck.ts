import { refuse } from '../../shared/errors.ts';
import { actorOf, type ReadContext } from './context.ts';

/** A driver works with his own truck only; everybody else with any. @throws Refusal FORBIDDEN */
export function refuseForeignTruck(context: ReadContext, driverId: number | null): void {
  const actor = actorOf(context);
  if (actor.role !== 'DRIVER' || actor.id === driverId) return;
  refuse('FORBIDDEN', 'A driver may only work with his own truck.', {});
}
