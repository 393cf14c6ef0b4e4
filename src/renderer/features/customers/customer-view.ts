import { z } from 'zod';
import { makeListMemory } from '../../state/list-memory.ts';

export const CUSTOMER_SORTS = ['name', '-name', 'code', '-code'] as const;

interface CustomerView {
  sort: (typeof CUSTOMER_SORTS)[number];
}

const kept = z.object({ sort: z.enum(CUSTOMER_SORTS) }).partial();

/** How the list of customers is looked at. */
export const customerView = makeListMemory<CustomerView>('customers', kept, { sort: 'name' });
