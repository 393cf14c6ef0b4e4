import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReceiptLine } from './receipt-line.tsx';

const MOST = 8;

/** A customer's last payments, each with its receipt. */
export function PaymentsPanel({ customerId }: { customerId: number }) {
  const { data } = useVerb('payments.list', { customerId, limit: MOST });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t.payments.last}>
      {data.items.map((payment) => (
        <ReceiptLine key={payment.id} payment={payment} />
      ))}
    </Panel>
  );
}
