import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { PAYMENT_METHODS } from '../../../shared/contract/payments.ts';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { beyondFields, detailsOf } from '../../api-problem.ts';
import { useCommand } from '../../data/use-command.ts';
import { formatDollars } from '../../format.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { focusFirstWrong } from '../../keys/focus.ts';
import { t } from '../../texts/index.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SentAlreadyNote } from '../../ui/sent-already-note.tsx';
import { WaitingNote } from '../../ui/waiting-note.tsx';
import { toastWork } from '../jobs/work-toast.tsx';
import { changeFor } from '../sales/payment.ts';
import { emptyPayment, type PaymentDraft, usePaymentDraft } from './payment-draft.ts';

type Invoice = WireOutput<'invoices.get'>;

const METHODS = PAYMENT_METHODS.map((value) => ({ value, label: t.paymentMethods[value] }));
/** What of it goes to the one invoice: all of it. */
const ITS_SHARE = 'allocations.0.amount';
const FIELDS = new Set(['amount', ITS_SHARE, 'tendered', 'reference']);

/** Money for one invoice: all that is owed unless said, cash with its change. What is typed survives being called away. */
export function PaymentPopup({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { draft: kept, replace } = usePaymentDraft();
  const [fresh] = useState(() => anew(invoice));
  const draft = kept.invoiceId === invoice.id ? kept : fresh;
  const create = useCommand('payments.create', draft.requestId);
  const { method, tendered, reference } = draft;
  const amount = draft.amount === '' ? invoice.outstanding : draft.amount;
  const isCash = method === 'CASH';
  const change = isCash ? changeFor(tendered, amount) : null;
  const isSentAlready = detailsOf(create.problem, 'CONFLICT')?.field === 'requestId';

  const scope = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (create.problem !== null) focusFirstWrong(scope.current);
  }, [create.problem]);

  const put = (patch: Partial<PaymentDraft>) => {
    // What is on its way is what is saved.
    if (create.isRunning) return;
    create.clear();
    replace({ ...draft, ...patch });
  };
  const leave = () => {
    if (create.isRunning) return;
    replace(emptyPayment());
    onClose();
  };
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
    replace(emptyPayment());
    toastWork(`${t.payments.done(done.receipt.number)}${back}`, { numbers: [done.receipt.number] });
    onClose();
  };

  return (
    <Popup
      title={t.payments.title(invoice.number)}
      onClose={leave}
      size="sm"
      keys={[{ key: 'F9', label: t.payments.save, run: () => void save() }]}
    >
      <EnterMovesOn ref={scope} onEnd={() => void save()}>
        <Stack>
          <ChoiceChips
            label={t.payments.method}
            choices={METHODS}
            value={method}
            onChange={(chosen) => put({ method: chosen })}
          />
          <MoneyField
            label={t.payments.amount}
            value={draft.amount}
            placeholder={invoice.outstanding}
            onChange={(typed) => put({ amount: typed })}
            error={create.fieldError('amount') ?? create.fieldError(ITS_SHARE)}
            data-autofocus
          />
          {isCash ? (
            <MoneyField
              label={t.sale.tendered}
              value={tendered}
              onChange={(typed) => put({ tendered: typed })}
              error={create.fieldError('tendered')}
            />
          ) : (
            <TextInput
              label={t.sale.reference}
              value={reference}
              onChange={(event) => put({ reference: event.currentTarget.value })}
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
          {isSentAlready ? (
            <SentAlreadyNote onStartOver={leave} onAnother={() => put({ requestId: crypto.randomUUID() })} />
          ) : (
            <ProblemNote problem={create.isWaiting ? null : beyondFields(create.problem, (path) => FIELDS.has(path))} />
          )}
          {create.isWaiting && <WaitingNote onStop={create.stopWaiting} />}
          <Button onClick={() => void save()} loading={create.isRunning} rightSection={<KeyHint>F9</KeyHint>}>
            {t.payments.save}
          </Button>
        </Stack>
      </EnterMovesOn>
    </Popup>
  );
}

function anew({ id, number }: Invoice): PaymentDraft {
  return { ...emptyPayment(), invoiceId: id, invoiceNumber: number };
}
