import { ActionIcon, Group, Text } from '@mantine/core';
import { IconDownload, IconMail, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatMoney } from '../../format.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { MailPopup } from '../delivery/mail-popup.tsx';
import { savePdf } from '../delivery/save-pdf.ts';
import { useMail, usePrint } from '../delivery/use-delivery.ts';

/** One payment with its receipt: printed, mailed and saved from here. */
export function ReceiptLine({ payment }: { payment: WireOutput<'payments.get'> }) {
  const { id, receiptNumber: number, customerId } = payment;
  const mayPrint = useMay('payments.printReceipt');
  const mayMail = useMay('payments.emailReceipt');
  const { data: customer } = useVerb('customers.get', { id: customerId }, { goodFor: 30_000 });
  const { print, isRunning: isPrinting } = usePrint('payments.printReceipt');
  const { mail, isRunning: isMailing } = useMail('payments.emailReceipt');
  const [isAsking, setAsking] = useState(false);
  const action = (label: string) => ({
    variant: 'subtle',
    color: 'gray',
    size: 28,
    'aria-label': `${label}: ${number}`,
    title: label,
  });
  return (
    <Group gap="sm" wrap="nowrap" justify="space-between" role="group" aria-label={t.delivery.receiptActions(number)}>
      <Text size="sm" truncate>
        {number}
        <Text span size="sm" c="dimmed">
          {` · ${formatBusinessDate(payment.businessDate)} · ${t.paymentMethods[payment.method]}`}
        </Text>
      </Text>
      <Group gap={2} wrap="nowrap" flex="none">
        <Text size="sm" mr={4}>
          {formatMoney(payment.amount)}
        </Text>
        {mayPrint && (
          <ActionIcon {...action(t.delivery.print)} loading={isPrinting} onClick={() => void print({ id, number })}>
            <IconPrinter size={16} />
          </ActionIcon>
        )}
        {mayMail && (
          <ActionIcon
            {...action(t.delivery.mail)}
            loading={isMailing}
            onClick={() => (customer?.email ? void mail({ id, number }) : setAsking(true))}
          >
            <IconMail size={16} />
          </ActionIcon>
        )}
        <ActionIcon {...action(t.delivery.pdf)} onClick={() => void savePdf('payments.receiptPdf', id)}>
          <IconDownload size={16} />
        </ActionIcon>
      </Group>
      {isAsking && (
        <MailPopup
          verb="payments.emailReceipt"
          paper={{ id, number }}
          customerId={customerId}
          onClose={() => setAsking(false)}
        />
      )}
    </Group>
  );
}
