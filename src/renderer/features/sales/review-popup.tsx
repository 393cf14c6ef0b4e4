import { Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { formatDollars, formatMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { Popup } from '../../ui/popup.tsx';
import type { Deliver } from './deliver.ts';
import { changeFor } from './payment.ts';
import type { SaleDraft } from './sale-draft.ts';
import { Totals } from './totals.tsx';
import { useDeliverChoice } from './use-deliver-choice.ts';
import type { Review } from './use-saving.ts';
import { Warnings } from './warnings.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';

interface Props {
  draft: SaleDraft;
  review: Review;
  isSaving: boolean;
  deliver: Deliver;
  onDeliver: (deliver: Deliver) => void;
  onSave: () => void;
  onBack: () => void;
}

/** The last look: what will stand on the invoice, what is paid, what goes back. */
export function ReviewPopup({ draft, review, isSaving, deliver, onDeliver, onSave, onBack }: Props) {
  const { quote, payment, doubts } = review;
  const ways = useDeliverChoice({
    customerId: draft.customer?.id,
    isInvoiced: quote.isInvoiced,
    isPaid: payment !== null,
    value: deliver,
    onChange: onDeliver,
  });
  const wayKeys = ways.map(({ key, label, isPossible, toggle }) => isPossible && { key, label, run: toggle });
  const change = payment ? changeFor(draft.tendered, payment.amount) : null;
  return (
    <Popup
      title={t.sale.review}
      size="lg"
      onClose={onBack}
      keys={[{ key: 'F9', label: t.sale.save, run: onSave }, ...wayKeys]}
    >
      <Stack>
        <Warnings warnings={doubts} />
        <Group justify="space-between">
          <Text fw={500}>{draft.customer?.name}</Text>
          <Text size="sm" c="dimmed">
            {formatBusinessDate(quote.businessDate)}
          </Text>
        </Group>
        <Table verticalSpacing={5} horizontalSpacing={4} tabularNums fz="sm">
          <Table.Tbody>
            {quote.lines.map((line) => (
              <Table.Tr key={line.lineNo}>
                <Table.Td>{line.description}</Table.Td>
                <Table.Td ta="right">{line.usage === null ? line.quantity : `${line.usage} m³`}</Table.Td>
                <Table.Td ta="right">{isFree(line) ? '' : line.rate}</Table.Td>
                <Table.Td ta="right">{isFree(line) ? '' : formatMoney(line.amount)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Totals quote={quote} />
        <Facts
          facts={[
            {
              label: payment ? t.paymentMethods[payment.method] : t.sale.payment,
              value: payment ? formatDollars(payment.amount) : t.sale.later,
            },
            change !== null && { label: t.sale.tendered, value: formatDollars(draft.tendered) },
            change !== null && { label: t.sale.change, value: formatDollars(change), tone: 'strong' },
          ]}
        />
        <Group gap="lg">
          {ways.map(({ key, label, isPossible, isChosen, toggle }) => (
            <Checkbox
              key={key}
              label={
                <>
                  {label} {isPossible && <KeyHint>{key}</KeyHint>}
                </>
              }
              checked={isChosen}
              disabled={!isPossible}
              onChange={toggle}
            />
          ))}
        </Group>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onBack}>
            {t.actions.back}
          </Button>
          <Button onClick={onSave} loading={isSaving} rightSection={<KeyHint>F9</KeyHint>} data-autofocus>
            {t.sale.save}
          </Button>
        </Group>
      </Stack>
    </Popup>
  );
}

/** What came back has no price, and a zero would only distract. */
function isFree({ rate, amount }: { rate: string; amount: string }): boolean {
  return Number(rate) === 0 && Number(amount) === 0;
}
