import { formatInstant } from '../../../shared/dates.ts';
import { formatCount, formatMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';
import type { Column } from '../../ui/data-list.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { type Bundle, bundleState, changesIn } from './bundle-words.ts';

export const BUNDLE_COLUMNS: Column<Bundle>[] = [
  {
    id: 'number',
    header: t.bundles.number,
    width: '60px',
    align: 'right',
    cell: ({ sequence }) => formatCount(sequence),
  },
  { id: 'made', header: t.bundles.made, width: '142px', cell: ({ createdAt }) => formatInstant(createdAt) },
  { id: 'holds', header: t.bundles.holds, width: 'minmax(100px, 1fr)', cell: changesIn },
  {
    id: 'invoiced',
    header: t.bundles.invoiced,
    width: '104px',
    align: 'right',
    cell: ({ totals }) => formatMoney(totals.invoices),
  },
  {
    id: 'state',
    header: t.bundles.toHeadOffice,
    width: '104px',
    cell: (bundle) => {
      const { words, tone } = bundleState(bundle);
      return <StatusBadge tone={tone}>{words}</StatusBadge>;
    },
  },
];
