import { Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { call } from '../../api.ts';
import { useList } from '../../data/use-list.ts';
import { centsOf, formatDollars, formatMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { ReceiptLine } from '../payments/receipt-line.tsx';
import classes from './card.module.css';

type Payment = WireOutput<'payments.list'>['items'][number];

const COLUMNS: Column<Payment>[] = [
  { id: 'number', header: t.words.number, width: '176px', cell: (row) => row.receiptNumber },
  { id: 'date', header: t.words.date, width: '90px', cell: (row) => formatBusinessDate(row.businessDate) },
  { id: 'method', header: t.payments.method, width: '64px', cell: (row) => t.paymentMethods[row.method] },
  { id: 'for', header: t.card.tabs.invoices, cell: (row) => invoicesOf(row) },
  { id: 'amount', header: t.payments.amount, width: '76px', align: 'right', cell: (row) => formatMoney(row.amount) },
];

function invoicesOf({ allocations }: Payment): string {
  return allocations.map(({ invoiceNumber }) => invoiceNumber).join(', ');
}

/** All payments of a customer, newest first; the one chosen has its receipt printed, mailed and saved below. */
export function PaymentsTab({ customerId }: { customerId: number }) {
  const [chosen, setChosen] = useState<Payment | null>(null);
  const list = useList(['payments.list', { customerId }], (cursor) => call('payments.list', { customerId, cursor }));
  return (
    <>
      <div className={classes.list}>
        <DataList
          label={t.card.tabs.payments}
          list={list}
          columns={COLUMNS}
          rowKey={(row) => row.id}
          openKey={chosen?.id ?? null}
          onOpen={setChosen}
          empty={{ title: t.card.noPayments }}
        />
      </div>
      {list.rows.length > 0 && (
        <div className={classes.foot}>
          {chosen ? (
            <Receipt key={chosen.id} payment={chosen} />
          ) : (
            <Text size="sm" c="dimmed">
              {t.card.receiptHint}
            </Text>
          )}
        </div>
      )}
    </>
  );
}

/** Whoever chose a payment goes on to its buttons. */
function Receipt({ payment }: { payment: Payment }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.querySelector('button')?.focus(), []);
  const credit = centsOf(payment.unallocated) > 0 && t.card.asCredit(formatDollars(payment.unallocated));
  const what = [payment.allocations.length > 0 && t.card.paidFor(invoicesOf(payment)), credit].filter(Boolean);
  return (
    <div ref={ref}>
      <ReceiptLine payment={payment} />
      <Text size="xs" c="dimmed">
        {what.join(' · ')}
      </Text>
    </div>
  );
}
