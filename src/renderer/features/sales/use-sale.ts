import { useMemo, useState } from 'react';
import { type ApiProblem, problemOf } from '../../api-problem.ts';
import { useEquipment } from '../../data/catalogue.ts';
import { useCommand } from '../../data/use-command.ts';
import { useDefaultDepot } from '../../data/use-default-depot.ts';
import { sumMoney } from '../../format.ts';
import { useUser } from '../../state/session.ts';
import { today } from '../../today.ts';
import type { Deliver } from './deliver.ts';
import { changeFor } from './payment.ts';
import { emptySale, type SaleDraft, useSaleDraft } from './sale-draft.ts';
import { type KeyedItem, saleInput, saleItems } from './sale-input.ts';
import { saleProblems } from './sale-problems.ts';
import { type Question, type QuotedSale, quoteNow, useQuote } from './use-quote.ts';

export type Sale = ReturnType<typeof useSale>;
export type SavedSale = NonNullable<Awaited<ReturnType<Sale['save']>>>;

/** Everything about the sale being typed: what it comes to, what is wrong with it, and how it is saved. */
export function useSale() {
  const { draft, change: put, replace } = useSaleDraft();
  const user = useUser();
  const { items: equipment } = useEquipment();
  const home = useDefaultDepot();
  const create = useCommand('transactions.create', draft.requestId);
  const [reviewing, setReviewing] = useState<QuotedSale | null>(null);
  const [reviewProblem, setReviewProblem] = useState<ApiProblem | null>(null);
  const [deliver, setDeliver] = useState<Deliver>({});

  const homeId = home?.id;
  const question = useMemo<Question & { keyed: KeyedItem[]; source: SaleDraft['source'] }>(() => {
    const atHome = homeId === undefined ? null : { kind: 'depot' as const, id: homeId };
    const mine = user.role === 'DRIVER' ? { kind: 'truck' as const, id: user.id } : atHome;
    const source = draft.source ?? mine;
    const keyed = saleItems(
      draft,
      equipment.map(({ id }) => id),
    );
    const { method, amount, reference } = draft;
    return { input: saleInput(draft, keyed, source), paid: { method, amount, reference }, keyed, source };
  }, [draft, equipment, homeId, user.id, user.role]);
  const { quoted, problem: quoteProblem, isStale } = useQuote(question);

  // The refusal of a save outlives the quote: stock may have gone meanwhile, or a date may need a right.
  const problem = create.problem ?? reviewProblem ?? (question.input === null ? null : quoteProblem);
  const current = question.input === null ? null : quoted;
  const payment = current?.payment ?? null;
  const isShort =
    draft.tendered !== '' && payment?.method === 'CASH' && changeFor(draft.tendered, payment.amount) === null;

  const change = (patch: Partial<SaleDraft>) => {
    create.clear();
    setReviewProblem(null);
    put(patch);
  };
  const startOver = () => {
    create.clear();
    setReviewProblem(null);
    setReviewing(null);
    setDeliver({});
    // The next customer most likely stands at the same place.
    return replace(emptySale(draft.source));
  };
  const review = async () => {
    if (question.input === null || isShort || reviewing !== null) return;
    create.clear();
    setReviewProblem(null);
    try {
      setReviewing(await quoteNow(question.input, question.paid));
    } catch (thrown) {
      setReviewProblem(problemOf(thrown));
    }
  };
  const send = async (quotedSale: QuotedSale, askAbout?: ApiProblem) => {
    if (create.isRunning) return null;
    const { input, payment: paid } = quotedSale;
    const tendered = paid?.method === 'CASH' && draft.tendered !== '' ? { tendered: draft.tendered } : {};
    const body = { ...input, deliver, ...(paid ? { payment: { ...paid, ...tendered } } : {}) };
    const saved = await create.run(body, askAbout);
    return saved && { ...saved, change: paid ? changeFor(draft.tendered, paid.amount) : null };
  };

  return {
    draft,
    change,
    replace,
    startOver,
    source: question.source,
    businessDate: draft.businessDate || today(),
    quote: current?.quote ?? null,
    payment,
    isStale: isStale || problem !== null,
    canReview: question.input !== null && !isShort,
    amounts: amountsByLine(current, question.keyed),
    problems: saleProblems(problem, question.keyed),
    reviewing,
    review,
    backFromReview: () => setReviewing(null),
    deliver,
    setDeliver,
    create,
    save: async () => (reviewing === null ? null : send(reviewing)),
    /** The same sale again, with a supervisor's yes to what it was refused for. */
    saveWithApproval: async () => (current && create.problem ? send(current, create.problem) : null),
  };
}

/** The host prices items in the order they were sent; the meter's line comes last. */
function amountsByLine(quoted: QuotedSale | null, keyed: readonly KeyedItem[]): Map<string, string> {
  const amounts = new Map<string, string>();
  // An answer to an older question has other lines.
  if (quoted === null || quoted.input.items.length !== keyed.length) return amounts;
  keyed.forEach(({ key }, index) => {
    const amount = quoted.quote.lines[index]?.amount;
    if (amount !== undefined) amounts.set(key, sumMoney([amounts.get(key) ?? '0.00', amount]));
  });
  return amounts;
}
