import { formatInstant } from '../../../shared/dates.ts';
import { t } from '../../texts/index.ts';
import type { Column } from '../../ui/data-list.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { type Copy, copyState, sizeWords } from './copy-words.ts';

export const COPY_COLUMNS: Column<Copy>[] = [
  { id: 'made', header: t.copies.made, width: '142px', cell: ({ createdAt }) => formatInstant(createdAt) },
  { id: 'why', header: t.copies.why, width: 'minmax(110px, 1fr)', cell: ({ reason }) => t.copies.reasons[reason] },
  { id: 'size', header: t.copies.size, width: '88px', align: 'right', cell: ({ bytes }) => sizeWords(bytes) },
  {
    id: 'check',
    header: t.copies.checked,
    width: '128px',
    cell: (copy) => {
      const { words, tone } = copyState(copy);
      return <StatusBadge tone={tone}>{words}</StatusBadge>;
    },
  },
];
