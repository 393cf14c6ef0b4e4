import { useRef, useState } from 'react';
import { type ApiProblem, problemOf } from '../../api-problem.ts';
import { ask } from '../../data/ask.ts';
import { patiently } from '../../data/patiently.ts';
import type { Deliver } from './deliver.ts';
import { doubtsAbout } from './doubts.ts';
import { changeFor } from './payment.ts';
import type { SaleDraft } from './sale-draft.ts';
import { type SaleGround, saleQuestion } from './sale-question.ts';
import { useCreateSale } from './use-create-sale.ts';
import { type Quote, type QuotedSale, quoteNow } from './use-quote.ts';

export type Saving = ReturnType<typeof useSaving>;
export type SavedSale = NonNullable<Awaited<ReturnType<Saving['save']>>>;

/** A sale to be looked at before it is saved. */
export interface Review extends QuotedSale {
  doubts: Quote['warnings'];
}

const A_MOMENT = 60_000;

/** From the last key to the saved sale: priced once more, looked at when something is unusual, then sent. */
export function useSaving(draft: SaleDraft, ground: SaleGround) {
  const create = useCreateSale(draft);
  const [chosen, setChosen] = useState<{ requestId: string; deliver: Deliver } | null>(null);
  // What was chosen for one sale is not for the next.
  const deliver = chosen?.requestId === draft.requestId ? chosen.deliver : {};
  const [reviewing, setReviewing] = useState<Review | null>(null);
  const [pricing, setPricing] = useState<'no' | 'running' | 'waiting'>('no');
  const [priceProblem, setPriceProblem] = useState<ApiProblem | null>(null);
  const patience = useRef<AbortController>(undefined);
  const isBusy = pricing !== 'no' || create.isRunning;

  /** `null`: there is nothing to save yet, or it cannot be priced; then the reason is in `problem`. */
  const price = async (): Promise<Review | null> => {
    const { signal } = (patience.current = new AbortController());
    setPricing('running');
    create.clear();
    setPriceProblem(null);
    try {
      // Fast hands are here before the customer's card: what comes back depends on it.
      const whole = async () => {
        const onSite = draft.customer === null ? null : await onSiteAt(draft.customer.id);
        const question = saleQuestion(draft, { ...ground, onSite });
        if (question.input === null) return null;
        const quoted = await quoteNow(question.input, question.paid);
        return { ...quoted, doubts: doubtsAbout(draft, question, quoted) };
      };
      const onWaiting = (isWaiting: boolean) => setPricing(isWaiting ? 'waiting' : 'running');
      return await patiently(whole, { signal, onWaiting });
    } catch (thrown) {
      setPriceProblem(problemOf(thrown));
      return null;
    } finally {
      setPricing('no');
    }
  };

  const send = async ({ input, payment }: QuotedSale, askAbout?: ApiProblem) => {
    const tendered = payment?.method === 'CASH' && draft.tendered !== '' ? { tendered: draft.tendered } : {};
    const body = { ...input, deliver, ...(payment ? { payment: { ...payment, ...tendered } } : {}) };
    const saved = await create.run(body, askAbout);
    setReviewing(null);
    return saved && { ...saved, change: payment ? changeFor(draft.tendered, payment.amount) : null };
  };

  const clear = () => {
    create.clear();
    setPriceProblem(null);
  };
  const stopWaiting = () => {
    patience.current?.abort();
    create.stopWaiting();
  };
  const review = async () => {
    if (!isBusy && reviewing === null) setReviewing(await price());
  };
  /** Saves at once, or what was looked at; `null` when it is to be looked at first, or was refused. */
  const save = async () => {
    if (isBusy) return null;
    if (reviewing !== null) return send(reviewing);
    const priced = await price();
    if (priced === null) return null;
    if (priced.doubts.length === 0 || isOutOfStock(priced)) return send(priced);
    setReviewing(priced);
    return null;
  };
  /** The same sale again, with a supervisor's yes to what it was refused for. */
  const saveWithApproval = async () => {
    const refusal = create.problem;
    const priced = isBusy || refusal === null ? null : await price();
    return priced && refusal && send(priced, refusal);
  };

  return {
    isBusy,
    isWaiting: pricing === 'waiting' || create.isWaiting,
    isSending: create.isRunning,
    problem: create.problem ?? priceProblem,
    clear,
    stopWaiting,
    reviewing,
    review,
    backFromReview: () => setReviewing(null),
    deliver,
    setDeliver: (wish: Deliver) => setChosen({ requestId: draft.requestId, deliver: wish }),
    save,
    saveWithApproval,
  };
}

/** Nothing to be looked at: it will be refused, and the refusal stands next to its line. */
function isOutOfStock({ quote }: QuotedSale): boolean {
  return quote.warnings.some(({ code }) => code === 'INSUFFICIENT_STOCK');
}

async function onSiteAt(customerId: number): Promise<Map<number, number>> {
  const { onSite } = await ask('customers.account', { id: customerId }, A_MOMENT);
  return new Map(onSite.map(({ equipmentId, quantity }) => [equipmentId, quantity]));
}
