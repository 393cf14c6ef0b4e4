import { useQuery } from '@tanstack/react-query';
import { PAGE_LARGEST } from '../../../shared/contract/lists.ts';
import { call } from '../../api.ts';
import { fetchAll } from '../../data/fetch-all.ts';
import { sumMoney } from '../../format.ts';
import { today } from '../../today.ts';

const limit = PAGE_LARGEST;
/** Another counter sells too: look again by itself. */
const EVERY_MS = 20_000;

/** What was billed and is still to be done, from the same lists the numbers lead to. */
export function useToday() {
  const now = today();
  const day = { from: now, to: now, limit };
  return useQuery({
    queryKey: ['today', now],
    refetchInterval: EVERY_MS,
    queryFn: async () => {
      const [invoices, unpaid, overdue, drafts] = await Promise.all([
        fetchAll((cursor) => call('invoices.list', { ...day, cursor })),
        call('invoices.list', { unpaid: true, limit: 1 }),
        call('invoices.list', { overdue: true, limit: 1 }),
        call('distributions.list', { status: 'DRAFT', limit: 1 }),
      ]);
      return {
        invoiced: sumMoney(invoices.filter(({ status }) => status !== 'void').map(({ total }) => total)),
        invoiceCount: invoices.length,
        unpaid: unpaid.total,
        overdue: overdue.total,
        drafts: drafts.total,
      };
    },
  });
}
