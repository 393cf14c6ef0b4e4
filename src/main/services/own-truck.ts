import { refuse } from '../../shared/errors.ts';
import { actorOf, type ReadContext } from './context.ts';

/** A driver works with his own truck only; everybody else with any. @throws Refusal FORBIDDEN */
export function refuseForeignTruck(context: ReadContext, driverId: number | null): void {
  const actor = actorOf(context);
  if (actor.role !== 'DRIVER' || actor.id === driverId) return;
  refuse('FORBIDDEN', 'A driver may only work with his own truck.', {});
}

/** Cash a driver takes is in his own pocket: he may not book it into another's. @throws Refusal FORBIDDEN */
export function refuseForeignPocket(context: ReadContext, collectedBy: number | undefined): void {
  const actor = actorOf(context);
  if (collectedBy === undefined || actor.role !== 'DRIVER' || actor.id === collectedBy) return;
  refuse('FORBIDDEN', 'A driver may only collect money himself.', { fields: ['collectedBy'] });
}
