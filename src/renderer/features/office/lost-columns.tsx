import { formatBusinessDate } from '../../../shared/dates.ts';
import { formatMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';
import type { Column } from '../../ui/data-list.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { type Lost, lostName, lostState, mainDocument } from './lost-words.ts';

export const LOST_COLUMNS: Column<Lost>[] = [
  { id: 'document', header: t.lost.document, width: 'minmax(170px, 1fr)', cell: lostName },
  {
    id: 'date',
    header: t.lost.date,
    width: '104px',
    cell: ({ businessDate }) => (businessDate === null ? t.lost.notKnown : formatBusinessDate(businessDate)),
  },
  { id: 'customer', header: t.lost.customer, width: '90px', cell: (row) => mainDocument(row)?.customer },
  {
    id: 'total',
    header: t.lost.total,
    width: '104px',
    align: 'right',
    cell: (row) => {
      const total = mainDocument(row)?.total ?? null;
      return total === null ? null : formatMoney(total);
    },
  },
  {
    id: 'state',
    header: t.lost.state,
    width: '120px',
    cell: (row) => {
      const { words, tone } = lostState(row);
      return <StatusBadge tone={tone}>{words}</StatusBadge>;
    },
  },
];
