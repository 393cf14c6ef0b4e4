import { Alert, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { addCents, formatCents, negateCents } from '../../../shared/money.ts';
import { centsOf, formatDollars } from '../../format.ts';
import { t } from '../../texts/index.ts';
import type { LostSale } from './sale-draft.ts';

interface Props {
  lost: LostSale;
  /** What the sale comes to as it is typed now; `null`: not known yet. */
  total: string | null;
}

/** Which sale is entered again, and by how much what was typed differs from its paper. */
export function LostNote({ lost, total }: Props) {
  const difference =
    lost.total === null || total === null ? null : addCents(centsOf(total), negateCents(centsOf(lost.total)));
  const isOff = difference !== null && difference !== 0;
  const papers = lost.documents.map(({ number, total: sum }) =>
    sum === null ? number : `${number} ${formatDollars(sum)}`,
  );
  return (
    <Alert
      color={isOff ? 'yellow' : 'petrol'}
      variant="light"
      icon={<IconHistory size={18} />}
      title={t.lost.entering(papers.join(', '))}
      role="status"
    >
      <Text size="sm">
        {isOff && total !== null && lost.total !== null
          ? t.lost.differs(
              formatDollars(lost.total),
              formatDollars(total),
              formatDollars(formatCents(difference).replace('-', '')),
              difference > 0,
            )
          : t.lost.enteringHint}
      </Text>
    </Alert>
  );
}
