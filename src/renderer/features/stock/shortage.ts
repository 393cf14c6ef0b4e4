import type { ErrorDetails } from '../../../shared/errors.ts';
import { t } from '../../texts/index.ts';

/** `Only 5 full at HSH Kaki Bukit, 9 asked.`: next to the line that asks for too much. */
export function shortageText(short: ErrorDetails['INSUFFICIENT_STOCK']): string {
  // At a customer's nothing is asked for: more came back than is known to be there.
  if (short.condition === 'ON_SITE') return t.sale.notOnSite(short.available, short.asked);
  return t.stock.short(short.available, conditionWord(short.condition), short.name, short.asked);
}

function conditionWord(condition: string): string {
  const words: Record<string, string> = t.conditions;
  return (words[condition] ?? condition).toLowerCase();
}
