import type { WireOutput } from '../../../shared/contract/index.ts';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import type { Column } from '../../ui/data-list.tsx';
import { SlipStatus } from './slip-status.tsx';

export type SlipRow = WireOutput<'distributions.list'>['items'][number];

export function slipColumns(driverName: (driverId: number) => string): Column<SlipRow>[] {
  return [
    { id: 'number', header: t.words.number, width: '190px', cell: (row) => row.number },
    { id: 'date', header: t.words.date, width: '100px', cell: (row) => formatBusinessDate(row.businessDate) },
    { id: 'driver', header: t.words.driver, cell: (row) => driverName(row.driverId) },
    { id: 'status', header: t.words.status, width: '110px', cell: (row) => <SlipStatus status={row.status} /> },
    {
      id: 'out',
      header: t.distribution.collection,
      width: '90px',
      align: 'right',
      cell: (row) => formatCount(row.totalOut),
    },
    {
      id: 'in',
      header: t.distribution.returns,
      width: '80px',
      align: 'right',
      cell: (row) => formatCount(row.totalIn),
    },
  ];
}
