import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { beyondFields } from '../../api-problem.ts';
import { useEquipment } from '../../data/catalogue.ts';
import { useCommand } from '../../data/use-command.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { focusFirstWrong } from '../../keys/focus.ts';
import { t } from '../../texts/index.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { Pick } from '../../ui/pick.tsx';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { type GoodsCondition, TRANSFER_CONDITIONS } from './transfer-form.ts';
import { useOwnDepots } from './use-own-depots.ts';

interface Props {
  /** A customer's site; our depots are chosen among when it is left out. */
  customer?: { id: number; name: string };
  depotId: number | null;
  onClose: () => void;
}

const CONDITIONS = TRANSFER_CONDITIONS.map((value) => ({ value, label: t.conditions[value] }));
const FIELDS = new Set(['entityId', 'equipmentId', 'condition', 'quantity', 'reason']);

/** What was counted takes the place of what the books say: the difference is told before it is posted. */
export function CountPopup({ customer, depotId, onClose }: Props) {
  const depots = useOwnDepots();
  const equipment = useEquipment().items.filter(({ isActive }) => isActive);
  const [chosenDepot, setDepot] = useState(depotId);
  const [equipmentId, setEquipment] = useState<number | null>(null);
  const [condition, setCondition] = useState<GoodsCondition>('FULL');
  const [quantity, setQuantity] = useState('');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const update = useCommand('inventories.update');
  const scope = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (update.problem !== null || isMissing) focusFirstWrong(scope.current);
  }, [update.problem, isMissing]);

  const chosen = equipmentId ?? equipment[0]?.id ?? null;
  const entityId = customer?.id ?? chosenDepot;
  const entity = customer ? ('customer' as const) : ('depot' as const);
  const { data } = useVerb('inventories.list', entityId === null ? null : { entity, entityId });
  const balance = data?.items.find((item) => item.equipmentId === chosen);
  const inBooks = customer ? balance?.onSite : balance?.[FIELD_OF[condition]];
  const save = async () => {
    if (update.isRunning || entityId === null || chosen === null) return;
    if (quantity === '') {
      setMissing(true);
      return;
    }
    const done = await update.run({
      entity,
      entityId,
      equipmentId: chosen,
      ...(!customer && { condition }),
      quantity: Number(quantity),
      reason: reason.trim(),
    });
    if (!done) return;
    const name = customer?.name ?? depots.items.find(({ id }) => id === entityId)?.name ?? '';
    toastDone(t.stocktake.done(formatCount(Number(quantity)), name));
    onClose();
  };

  return (
    <Popup
      title={customer ? t.stocktake.atCustomer(customer.name) : t.stocktake.title}
      size="sm"
      onClose={onClose}
      keys={[{ key: 'F9', label: t.actions.save, run: () => void save() }]}
    >
      <EnterMovesOn ref={scope} onEnd={() => void save()}>
        <Stack>
          {!customer && depots.items.length > 1 && (
            <Pick
              label={t.words.depot}
              data={depots.items.map(({ id, name }) => ({ value: id, label: name }))}
              value={chosenDepot}
              onChange={setDepot}
              data-enter-skip
            />
          )}
          <Pick
            label={t.stock.equipment}
            data={equipment.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen}
            onChange={setEquipment}
            error={update.fieldError('equipmentId')}
            data-autofocus
          />
          {!customer && (
            <ChoiceChips label={t.movements.condition} choices={CONDITIONS} value={condition} onChange={setCondition} />
          )}
          <MoneyField
            label={t.stocktake.counted}
            decimals={0}
            value={quantity}
            onChange={(text) => {
              setMissing(false);
              setQuantity(text);
            }}
            error={isMissing ? t.words.howMany : update.fieldError('quantity')}
            description={quantity === '' ? undefined : differenceText(Number(quantity) - (inBooks ?? 0), inBooks ?? 0)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
          <TextInput
            label={t.stocktake.reason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={update.fieldError('reason')}
          />
          <ProblemNote problem={beyondFields(update.problem, (path) => FIELDS.has(path))} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.actions.cancel}
            </Button>
            <Button onClick={() => void save()} loading={update.isRunning} rightSection={<KeyHint>F9</KeyHint>}>
              {t.actions.save}
            </Button>
          </Group>
        </Stack>
      </EnterMovesOn>
    </Popup>
  );
}

const FIELD_OF = { FULL: 'full', EMPTY: 'empty', DAMAGED: 'damaged' } as const;

function differenceText(difference: number, inBooks: number) {
  const text =
    difference === 0
      ? t.stocktake.same
      : difference > 0
        ? t.stocktake.more(formatCount(difference))
        : t.stocktake.fewer(formatCount(-difference));
  return (
    <Text span inherit role="status" c={difference === 0 ? undefined : 'var(--console-warning)'}>
      {`${t.stocktake.inBooks(formatCount(inBooks))} · ${text}`}
    </Text>
  );
}
