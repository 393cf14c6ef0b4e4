import { Anchor, Table } from '@mantine/core';
import { Link } from 'wouter';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { Panel } from '../../ui/panel.tsx';

/** What is still owed, oldest first; each opens the invoice, where it can be paid. */
export function OpenInvoices({ customerId }: { customerId: number }) {
  const { data } = useVerb('customers.account', { id: customerId });
  if (!data || data.outstandingInvoices.length === 0) return null;
  return (
    <Panel title={t.customers.openInvoices}>
      <Table verticalSpacing={4} fz="sm" tabularNums>
        <Table.Tbody>
          {data.outstandingInvoices.map((invoice) => (
            <Table.Tr key={invoice.id}>
              <Table.Td>
                <Anchor component={Link} href={`/invoices/${invoice.id}`} size="sm">
                  {invoice.number}
                </Anchor>
              </Table.Td>
              <Table.Td>{formatBusinessDate(invoice.date)}</Table.Td>
              <Table.Td ta="right">{formatMoney(invoice.due)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
