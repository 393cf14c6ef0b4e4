import { Text } from '@mantine/core';
import { useLocation } from 'wouter';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { call } from '../../api.ts';
import { useList } from '../../data/use-list.ts';
import { t } from '../../texts/index.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import classes from './card.module.css';

type Reading = WireOutput<'customers.meterHistory'>['items'][number];

const COLUMNS: Column<Reading>[] = [
  { id: 'date', header: t.words.date, width: '100px', cell: (row) => formatBusinessDate(row.businessDate) },
  { id: 'reading', header: t.meterCard.reading, width: '120px', align: 'right', cell: (row) => row.reading },
  {
    id: 'usage',
    header: t.meterCard.usage,
    width: '110px',
    align: 'right',
    cell: (row) => (row.kind === 'BILLED' ? row.usage : ''),
  },
  { id: 'marks', header: '', cell: (row) => <Marks reading={row} /> },
];

/** Every reading of a customer's meter, newest first; one that was billed opens its invoice. */
export function ReadingsList({ customerId }: { customerId: number }) {
  const [, go] = useLocation();
  const list = useList(['customers.meterHistory', customerId], (cursor) =>
    call('customers.meterHistory', { id: customerId, cursor }),
  );
  return (
    <div className={classes.list}>
      <DataList
        label={t.meterCard.readings}
        list={list}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        onOpen={(row) => row.invoiceId !== null && go(`/invoices/${row.invoiceId}`)}
        empty={{ title: t.meterCard.none }}
      />
    </div>
  );
}

function Marks({ reading }: { reading: Reading }) {
  const marks = [
    t.meterCard.kinds[reading.kind],
    reading.isEstimated && t.meterCard.estimated,
    reading.isRollover && t.meterCard.rolledOver,
  ];
  return (
    <Text inherit c="dimmed">
      {marks.filter(Boolean).join(' · ')}
    </Text>
  );
}
