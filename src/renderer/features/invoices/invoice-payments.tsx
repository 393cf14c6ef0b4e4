import { useVerb } from '../../data/use-verb.ts';
import { ReceiptLine } from '../payments/receipt-line.tsx';
import type { Invoice } from './delivery-way.ts';

/** As far back as a payment of this invoice is looked for among its customer's. */
const LOOK_AT = 50;

/** The money that was put to an invoice, each with its receipt. */
export function InvoicePayments({ invoice }: { invoice: Invoice }) {
  const { customerId, businessDate } = invoice;
  const { data } = useVerb('payments.list', { customerId, from: businessDate, limit: LOOK_AT, sort: 'id' });
  const payments = data?.items.filter(({ allocations }) =>
    allocations.some(({ invoiceId }) => invoiceId === invoice.id),
  );
  return (
    <div>
      {payments?.map((payment) => (
        <ReceiptLine key={payment.id} payment={payment} />
      ))}
    </div>
  );
}
