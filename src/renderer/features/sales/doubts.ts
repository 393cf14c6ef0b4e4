import { formatBusinessDate } from '../../../shared/dates.ts';
import { centsOf } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { hasOtherPrice, type SaleDraft } from './sale-draft.ts';
import type { SaleQuestion } from './sale-question.ts';
import type { Quote, QuotedSale } from './use-quote.ts';

type Warning = Quote['warnings'][number];

/** Told elsewhere and at once: next to the line, next to the meter, or by asking a supervisor. */
const TOLD_ELSEWHERE = new Set(['INSUFFICIENT_STOCK', 'UNUSUAL_USAGE', 'CREDIT_LIMIT', 'APPROVAL_REQUIRED']);
/** A slip of the finger rather than a customer's wish. */
const MANY = 100;

/** Why a sale should be looked at once more before it is saved. Nearly always nothing: then it is saved at once. */
export function doubtsAbout(draft: SaleDraft, { counts }: SaleQuestion, { quote, payment }: QuotedSale): Warning[] {
  const isPart = payment !== null && centsOf(payment.amount) < centsOf(quote.totalAmount);
  const isMany = Object.values(counts.byKey).some((count) => Number(count) >= MANY);
  const own: (Warning | false)[] = [
    draft.businessDate !== '' && { code: 'DATE', message: t.sale.doubts.date(formatBusinessDate(quote.businessDate)) },
    hasOtherPrice(draft) && { code: 'PRICE', message: t.sale.doubts.price },
    isPart && { code: 'PART', message: t.sale.doubts.part },
    isMany && { code: 'MANY', message: t.sale.doubts.many },
    draft.meterRollover && { code: 'ROLLOVER', message: t.sale.doubts.rollover },
    draft.confirmTruckShort && { code: 'TRUCK', message: t.sale.doubts.truck },
  ];
  return [...own.filter((doubt) => doubt !== false), ...quote.warnings.filter(({ code }) => !TOLD_ELSEWHERE.has(code))];
}
