import { Anchor, Skeleton, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { useEquipment } from '../../data/catalogue.ts';
import { useVerb } from '../../data/use-verb.ts';
import { centsOf, formatCount, formatDollars, formatMoney, sumMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { today } from '../../today.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { CardPart } from './card-part.tsx';
import classes from './card.module.css';
import type { Customer } from './customer-form.ts';

type Account = WireOutput<'customers.account'>;

/** What is owed and since when, what is left of the limit, what is held against cylinders. */
export function AccountTab({ customer }: { customer: Customer }) {
  const { data, error, refetch } = useVerb('customers.account', { id: customer.id });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={240} />;
  const isOverdue = centsOf(data.overdue) > 0;
  const isCredit = customer.paymentType === 'CREDIT';
  return (
    <>
      <div className={classes.figures}>
        <Figure label={t.card.balance} value={formatDollars(data.balance)} />
        <Figure
          label={t.card.overdue}
          value={formatDollars(data.overdue)}
          note={isOverdue ? undefined : t.card.nothingOverdue}
          isAlert={isOverdue}
        />
        {isCredit && (
          <Figure
            label={t.card.creditLeft}
            value={data.creditLeft === null ? t.card.noLimit : formatDollars(data.creditLeft)}
            note={creditNote(data, customer.termsDays)}
            isAlert={data.creditLeft !== null && centsOf(data.creditLeft) < 0}
          />
        )}
        <Figure label={t.card.deposits} value={formatDollars(sumMoney(data.deposits.map(({ amount }) => amount)))} />
      </div>
      <Owed invoices={data.outstandingInvoices} />
      {data.deposits.length > 0 && <Deposits deposits={data.deposits} />}
    </>
  );
}

function creditNote({ creditLimit }: Account, termsDays: number | null): string {
  const limit = creditLimit === null ? null : t.card.ofLimit(formatDollars(creditLimit));
  const terms = termsDays === null ? null : t.card.terms(termsDays);
  return [limit, terms].filter(Boolean).join(' · ');
}

interface FigureProps {
  label: string;
  value: string;
  note?: string | undefined;
  isAlert?: boolean;
}

function Figure({ label, value, note, isAlert = false }: FigureProps) {
  return (
    <div className={classes.figure}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fz={20} fw={600} lh={1.5} c={isAlert ? 'var(--mantine-color-error)' : undefined}>
        {value}
      </Text>
      <Text size="xs" c="dimmed">
        {note}
      </Text>
    </div>
  );
}

function Owed({ invoices }: { invoices: Account['outstandingInvoices'] }) {
  const now = today();
  return (
    <CardPart title={t.card.owed}>
      {invoices.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.card.nothingOwed}
        </Text>
      ) : (
        <Table verticalSpacing={6} className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.words.number}</Table.Th>
              <Table.Th>{t.words.date}</Table.Th>
              <Table.Th>{t.card.due}</Table.Th>
              <Table.Th ta="right">{t.words.total}</Table.Th>
              <Table.Th ta="right">{t.invoices.outstanding}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {invoices.map((invoice) => (
              <Table.Tr key={invoice.id}>
                <Table.Td>
                  <Anchor component={Link} href={`/invoices/${invoice.id}`} size="sm">
                    {invoice.number}
                  </Anchor>
                </Table.Td>
                <Table.Td>{formatBusinessDate(invoice.date)}</Table.Td>
                <Table.Td c={invoice.dueDate < now ? 'var(--mantine-color-error)' : undefined}>
                  {formatBusinessDate(invoice.dueDate)}
                </Table.Td>
                <Table.Td ta="right" c="dimmed">
                  {formatMoney(invoice.total)}
                </Table.Td>
                <Table.Td ta="right">{formatMoney(invoice.due)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </CardPart>
  );
}

function Deposits({ deposits }: { deposits: Account['deposits'] }) {
  const { byId } = useEquipment();
  return (
    <CardPart title={t.card.depositsBy}>
      <Table verticalSpacing={6} className={classes.table}>
        <Table.Tbody>
          {deposits.map(({ equipmentId, quantity, amount }) => (
            <Table.Tr key={equipmentId}>
              <Table.Td>{byId.get(equipmentId)?.name}</Table.Td>
              <Table.Td ta="right">{formatCount(quantity)}</Table.Td>
              <Table.Td ta="right">{formatMoney(amount)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </CardPart>
  );
}
