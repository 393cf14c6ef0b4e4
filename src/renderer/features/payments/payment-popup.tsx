import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PAYMENT_METHODS } from '../../../shared/contract/payments.ts';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { beyondFields } from '../../api-problem.ts';
import { useCommand } from '../../data/use-command.ts';
import { formatDollars } from '../../format.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { t } from '../../texts/index.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toastWork } from '../jobs/work-toast.tsx';
import { changeFor } from '../sales/payment.ts';
import { KeyHint } from '../../ui/key-hint.tsx';

type Invoice = WireOutput<'invoices.get'>;

const METHODS = PAYMENT_METHODS.map((value) => ({ value, label: t.paymentMethods[value] }));
const FIELDS = new Set(['amount', 'tendered', 'reference']);

/** Money for one invoice: all that is owed unless said, cash with its change. */
export function PaymentPopup({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const [method, setMethod] = useState<(typeof PAYMENT_METHODS)[number]>('CASH');
  const [amount, setAmount] = useState(invoice.outstanding);
  const [tendered, setTendered] = useState('');
  const [reference, setReference] = useState('');
  const create = useCommand('payments.create');
  const isCash = method === 'CASH';
  const change = isCash ? changeFor(tendered, amount) : null;

  const save = async () => {
    if (create.isRunning) return;
    const done = await create.run({
      customerId: invoice.customerId,
      method,
      amount,
      ...(isCash && tendered !== '' ? { tendered } : {}),
      ...(!isCash && reference.trim() !== '' ? { reference: reference.trim() } : {}),
      allocations: [{ invoiceId: invoice.id, amount }],
    });
    if (!done) return;
    const back = done.receipt.change === null ? '' : ` · ${t.sale.change} ${formatDollars(done.receipt.change)}`;
    toastWork(`${t.payments.done(done.receipt.number)}${back}`, { numbers: [done.receipt.number] });
    onClose();
  };

  return (
    <Popup
      title={t.payments.title(invoice.number)}
      onClose={onClose}
      size="sm"
      keys={[{ key: 'F9', label: t.payments.save, run: () => void save() }]}
    >
      <EnterMovesOn onEnd={() => void save()}>
        <Stack>
          <ChoiceChips label={t.payments.method} choices={METHODS} value={method} onChange={setMethod} />
          <MoneyField
            label={t.payments.amount}
            value={amount}
            onChange={setAmount}
            error={create.fieldError('amount')}
            data-autofocus
          />
          {isCash ? (
            <MoneyField
              label={t.sale.tendered}
              value={tendered}
              onChange={setTendered}
              error={create.fieldError('tendered')}
            />
          ) : (
            <TextInput
              label={t.sale.reference}
              value={reference}
              onChange={(event) => setReference(event.currentTarget.value)}
              error={create.fieldError('reference')}
            />
          )}
          {change !== null && (
            <Group justify="space-between">
              <Text size="sm" c="dimmed">
                {t.sale.change}
              </Text>
              <Text fz="xl" fw={600}>
                {formatDollars(change)}
              </Text>
            </Group>
          )}
          <ProblemNote problem={beyondFields(create.problem, (path) => FIELDS.has(path))} />
          <Button onClick={() => void save()} loading={create.isRunning} rightSection={<KeyHint>F9</KeyHint>}>
            {t.payments.save}
          </Button>
        </Stack>
      </EnterMovesOn>
    </Popup>
  );
}
