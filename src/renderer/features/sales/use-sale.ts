import { useMemo } from 'react';
import { useEquipment } from '../../data/catalogue.ts';
import { useDefaultDepot } from '../../data/use-default-depot.ts';
import { useVerb } from '../../data/use-verb.ts';
import { sumMoney } from '../../format.ts';
import { useUser } from '../../state/session.ts';
import { today } from '../../today.ts';
import { changeFor } from './payment.ts';
import { emptySale, type SaleDraft, useSaleDraft } from './sale-draft.ts';
import type { KeyedItem } from './sale-input.ts';
import { saleProblems } from './sale-problems.ts';
import { type SaleGround, saleQuestion } from './sale-question.ts';
import { type QuotedSale, useQuote } from './use-quote.ts';
import { useSaving } from './use-saving.ts';

export type Sale = ReturnType<typeof useSale>;

/** Everything about the sale being typed: what it comes to, what is wrong with it, and how it is saved. */
export function useSale() {
  const { draft, change: put, replace } = useSaleDraft();
  const ground = useGround(draft);
  const saving = useSaving(draft, ground);
  const question = useMemo(() => saleQuestion(draft, ground), [draft, ground]);
  const { quoted, problem: quoteProblem, isStale } = useQuote(question);

  // The refusal of a save outlives the quote: stock may have gone meanwhile, or a date may need a right.
  const problem = saving.problem ?? (question.input === null ? null : quoteProblem);
  const current = question.input === null ? null : quoted;
  const payment = current?.payment ?? null;
  const isShort =
    draft.tendered !== '' && payment?.method === 'CASH' && changeFor(draft.tendered, payment.amount) === null;

  const change = (patch: Parameters<typeof put>[0]) => {
    // What is on its way is what is saved.
    if (saving.isBusy) return;
    saving.clear();
    put(patch);
  };
  const startOver = () => {
    saving.clear();
    // The next customer most likely stands at the same place.
    return replace(emptySale(draft.source));
  };

  return {
    draft,
    change,
    replace,
    startOver,
    /** The same typing as another sale: the one before has been saved already. */
    asAnother: () => put({ requestId: crypto.randomUUID() }),
    source: question.source,
    counts: question.counts,
    onSite: ground.onSite,
    businessDate: draft.businessDate || today(),
    quote: current?.quote ?? null,
    payment,
    isStale: isStale || problem !== null,
    canSave: question.input !== null && !isShort,
    amounts: amountsByLine(current, question.keyed),
    problems: saleProblems(problem, question.keyed),
    saving,
  };
}

/** What the sale stands on: the catalogue's order, the customer's cylinders, the usual place. */
function useGround({ customer }: SaleDraft): SaleGround {
  const user = useUser();
  const { items: equipment } = useEquipment();
  const homeId = useDefaultDepot()?.id;
  const { data: account } = useVerb('customers.account', customer === null ? null : { id: customer.id });
  return useMemo(() => {
    const atHome = homeId === undefined ? null : { kind: 'depot' as const, id: homeId };
    return {
      equipmentIds: equipment.map(({ id }) => id),
      onSite: account ? new Map(account.onSite.map(({ equipmentId, quantity }) => [equipmentId, quantity])) : null,
      usualSource: user.role === 'DRIVER' ? { kind: 'truck' as const, id: user.id } : atHome,
    };
  }, [equipment, account, homeId, user.id, user.role]);
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
