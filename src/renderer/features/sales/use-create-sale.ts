import type { ApiProblem } from '../../api-problem.ts';
import { type Body, useCommand } from '../../data/use-command.ts';
import type { SaleDraft } from './sale-draft.ts';

type NewSale = Body<'transactions.create'>;

/** Saves a sale: a new one under the next numbers, one that was lost under its own. */
export function useCreateSale({ lost, requestId }: Pick<SaleDraft, 'lost' | 'requestId'>) {
  const create = useCommand('transactions.create', requestId);
  const enter = useCommand('lostDocuments.enterSale', requestId);
  if (lost === null) return create;
  const run = ({ businessDate, ...sale }: NewSale, askAbout?: ApiProblem) => {
    const date = lost.hasDate || businessDate === undefined ? {} : { date: businessDate };
    return enter.run({ id: lost.id, ...date, ...sale }, askAbout);
  };
  return { ...enter, run };
}
