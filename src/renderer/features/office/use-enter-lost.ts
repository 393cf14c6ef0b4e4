import { useLocation } from 'wouter';
import { ask } from '../../data/ask.ts';
import { t } from '../../texts/index.ts';
import { toastDone, toastProblem, toastTrouble } from '../../ui/toasts.tsx';
import { emptySale, isStarted, type SaleDraft, useSaleDraft, withCustomer } from '../sales/sale-draft.ts';
import { type Lost, mainDocument } from './lost-words.ts';

/** Opens the sale with what is known of a lost one; a sale that was half typed there can be brought back. */
export function useEnterLost(): (lost: Lost) => void {
  const { replace } = useSaleDraft();
  const [, go] = useLocation();
  const enter = async (lost: Lost) => {
    const document = mainDocument(lost);
    const code = document?.customer ?? null;
    try {
      const customer = code === null ? null : await customerOf(code);
      if (customer === undefined) return toastTrouble(t.lost.noCustomer(code ?? ''));
      const before = replace(saleOf(lost, customer));
      go('/sale');
      if (isStarted(before)) {
        toastDone(t.distribution.cleared, { label: t.distribution.undo, run: () => void replace(before) });
      }
    } catch (thrown) {
      toastProblem(thrown);
    }
  };
  return (lost) => void enter(lost);
}

type FoundCustomer = Parameters<typeof withCustomer>[0];

/** @returns undefined when the copy did not have the customer either */
async function customerOf(code: string): Promise<FoundCustomer | undefined> {
  const { items } = await ask('customers.list', { search: code, limit: 40 });
  return items.find((customer) => customer.code === code);
}

function saleOf(lost: Lost, customer: FoundCustomer | null): SaleDraft {
  const receipt = lost.documents.find(({ number }) => number.startsWith('RCT-'));
  return {
    ...emptySale(),
    ...(customer === null ? {} : withCustomer(customer)),
    businessDate: lost.businessDate ?? '',
    // A receipt of its own says that it was paid at once; how, stands on the paper only.
    method: receipt === undefined ? 'LATER' : 'CASH',
    amount: receipt?.total ?? '',
    lost: {
      id: lost.id,
      documents: lost.documents.map(({ number, total }) => ({ number, total })),
      total: mainDocument(lost)?.total ?? null,
      hasDate: lost.businessDate !== null,
    },
  };
}
