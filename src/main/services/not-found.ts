import { refuse } from '../../shared/errors.ts';

/** The row, or NOT_FOUND in words: `There is no customer 12.` */
export function found<Row>(row: Row | undefined, entity: string, id: number): Row {
  return row ?? refuse('NOT_FOUND', `There is no ${entity} ${id}.`, { entity, id });
}
