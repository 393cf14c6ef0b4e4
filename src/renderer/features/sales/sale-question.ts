import type { PaymentForm } from './payment.ts';
import { paymentChoice, type SaleDraft } from './sale-draft.ts';
import { type KeyedItem, type SaleInput, saleInput, saleItems } from './sale-input.ts';
import { type Counts, type OnSite, withSwaps } from './swap.ts';

/** What the host is asked about a sale, and how its answer finds back to the form. */
export interface SaleQuestion {
  /** `null` until there is a customer, a source and something to bill. */
  input: SaleInput | null;
  paid: PaymentForm;
  keyed: KeyedItem[];
  counts: Counts;
  source: SaleDraft['source'];
}

export interface SaleGround {
  /** In the order of the form. */
  equipmentIds: readonly number[];
  onSite: OnSite;
  /** Where goods come from unless the form says otherwise. */
  usualSource: SaleDraft['source'];
}

export function saleQuestion(draft: SaleDraft, { equipmentIds, onSite, usualSource }: SaleGround): SaleQuestion {
  const source = draft.source ?? usualSource;
  const counts = withSwaps(draft, equipmentIds, onSite);
  const keyed = saleItems(draft, counts, equipmentIds);
  const { amount, reference } = draft;
  return {
    input: saleInput(draft, keyed, source),
    paid: { method: paymentChoice(draft), amount, reference },
    keyed,
    counts,
    source,
  };
}
