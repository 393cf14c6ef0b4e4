import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconDotsVertical, IconDownload, IconMail, IconPrinter } from '@tabler/icons-react';
import { useVerb } from '../../data/use-verb.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { savePdf } from '../delivery/save-pdf.ts';
import { usePrint } from '../delivery/use-delivery.ts';
import type { Invoice } from './delivery-way.ts';
import type { useInvoiceActions } from './use-invoice-actions.ts';

interface Props {
  invoice: Invoice;
  actions: ReturnType<typeof useInvoiceActions>;
}

/** Print, mail and PDF of an invoice; its delivery note and other printers behind the dots. */
export function InvoiceButtons({ invoice, actions }: Props) {
  const mayPrintNote = useMay('transactions.printDeliveryNote');
  const note = usePrint('transactions.printDeliveryNote');
  const { transactionId } = invoice;
  // A delivery note goes by its sale's number.
  const { data: sale } = useVerb('transactions.get', transactionId === null ? null : { id: transactionId }, {
    goodFor: Infinity,
  });
  const { mayPrint, mayMail } = actions;
  return (
    <Group gap={6} wrap="nowrap">
      {mayPrint && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPrinter size={16} />}
          rightSection={<KeyHint>P</KeyHint>}
          loading={actions.isPrinting}
          onClick={() => actions.print(invoice)}
        >
          {invoice.printCount > 0 ? t.delivery.printAgain : t.delivery.print}
        </Button>
      )}
      {mayMail && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconMail size={16} />}
          rightSection={<KeyHint>M</KeyHint>}
          loading={actions.isMailing}
          onClick={() => actions.mail(invoice)}
        >
          {invoice.emailCount > 0 ? t.delivery.mailAgain : t.delivery.mail}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconDownload size={16} />}
        rightSection={<KeyHint>D</KeyHint>}
        onClick={() => actions.savePdf(invoice)}
      >
        {t.delivery.pdf}
      </Button>
      <Menu position="bottom-end" width={260} withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={26} aria-label={t.delivery.more}>
            <IconDotsVertical size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayPrint && (
            <Menu.Item rightSection="Ctrl+P" onClick={() => actions.printElsewhere(invoice)}>
              {t.delivery.printOther}
            </Menu.Item>
          )}
          {mayMail && (
            <Menu.Item rightSection="Ctrl+M" onClick={() => actions.mailElsewhere(invoice)}>
              {t.delivery.mailOther}
            </Menu.Item>
          )}
          {sale && mayPrintNote && (
            <Menu.Item onClick={() => void note.print({ id: sale.id, number: sale.number })}>
              {t.delivery.deliveryNote}
            </Menu.Item>
          )}
          {sale && (
            <Menu.Item onClick={() => void savePdf('transactions.deliveryNotePdf', sale.id)}>
              {t.delivery.deliveryNotePdf}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
