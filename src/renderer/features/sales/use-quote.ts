import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import type { ApiProblem } from '../../api-problem.ts';
import { queryClient } from '../../data/query-client.ts';
import { type Payment, type PaymentForm, paymentFor } from './payment.ts';
import type { SaleInput } from './sale-input.ts';

export type Quote = WireOutput<'transactions.quote'>;

export interface QuotedSale {
  /** What was asked, without the payment. */
  input: SaleInput;
  quote: Quote;
  payment: Payment | null;
}

/** What is priced. Of stable identity while nothing was typed. */
interface Question {
  input: SaleInput | null;
  paid: PaymentForm;
}

const DEBOUNCE_MS = 150;

function quoteQuery(input: SaleInput, paid: PaymentForm) {
  return {
    queryKey: ['transactions.quote', input, paid],
    queryFn: async (): Promise<QuotedSale> => {
      const quote = await call('transactions.quote', input);
      // How much is to pay follows from the total; whether that is rounded follows from how it is paid.
      const payment = paymentFor(paid, quote);
      if (payment === null) return { input, quote, payment };
      return { input, quote: await call('transactions.quote', { ...input, payment }), payment };
    },
    retry: false,
    staleTime: 0,
    gcTime: 30_000,
  };
}

/** Live totals, a moment behind the fingers. The last answer stays while the next is on its way. */
export function useQuote(question: Question) {
  const [now] = useDebouncedValue(question, DEBOUNCE_MS);
  const query = useQuery<QuotedSale, ApiProblem>(
    now.input === null
      ? { queryKey: ['transactions.quote', null], queryFn: skipToken }
      : { ...quoteQuery(now.input, now.paid), placeholderData: keepPreviousData },
  );
  return { quoted: query.data ?? null, problem: query.error, isStale: query.isPlaceholderData };
}

/** What will be saved, asked again at the very moment. @throws {ApiProblem} */
export function quoteNow(input: SaleInput, paid: PaymentForm): Promise<QuotedSale> {
  return queryClient.fetchQuery(quoteQuery(input, paid));
}
