import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { beyondFields, detailsOf } from '../../api-problem.ts';
import { useEquipment } from '../../data/catalogue.ts';
import { useCommand } from '../../data/use-command.ts';
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
import { shortageText } from './shortage.ts';
import { useOwnDepots } from './use-own-depots.ts';

const TAKEN_FOR = (['FULL', 'EMPTY'] as const).map((value) => ({ value, label: t.conditions[value] }));
const FIELDS = new Set(['depotId', 'equipmentId', 'quantity', 'reason']);

/** Goods at a depot that turn out to be damaged: out of what can be sold or refilled, with the reason. */
export function DamagedPopup({ depotId, onClose }: { depotId: number | null; onClose: () => void }) {
  const depots = useOwnDepots();
  const equipment = useEquipment().items.filter(({ isActive }) => isActive);
  const [chosenDepot, setDepot] = useState(depotId);
  const [equipmentId, setEquipment] = useState<number | null>(null);
  const [condition, setCondition] = useState<'FULL' | 'EMPTY'>('FULL');
  const [quantity, setQuantity] = useState('');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const mark = useCommand('stock.markDamaged');
  const short = detailsOf(mark.problem, 'INSUFFICIENT_STOCK');
  const scope = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mark.problem !== null || isMissing) focusFirstWrong(scope.current);
  }, [mark.problem, isMissing]);

  const chosen = equipmentId ?? equipment[0]?.id ?? null;
  const save = async () => {
    if (mark.isRunning || chosenDepot === null || chosen === null) return;
    const count = Number(quantity);
    if (count === 0) {
      setMissing(true);
      return;
    }
    const done = await mark.run({
      depotId: chosenDepot,
      equipmentId: chosen,
      condition,
      quantity: count,
      reason: reason.trim(),
    });
    if (!done) return;
    const name = depots.items.find(({ id }) => id === chosenDepot)?.name ?? '';
    toastDone(t.damaged.done(formatCount(count), name));
    onClose();
  };

  return (
    <Popup
      title={t.damaged.title}
      size="sm"
      onClose={onClose}
      keys={[{ key: 'F9', label: t.actions.save, run: () => void save() }]}
    >
      <EnterMovesOn ref={scope} onEnd={() => void save()}>
        <Stack>
          {depots.items.length > 1 && (
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
            error={mark.fieldError('equipmentId')}
            data-autofocus
          />
          <ChoiceChips label={t.damaged.takenFor} choices={TAKEN_FOR} value={condition} onChange={setCondition} />
          <MoneyField
            label={t.damaged.quantity}
            decimals={0}
            value={quantity}
            onChange={(text) => {
              mark.clear();
              setMissing(false);
              setQuantity(text);
            }}
            error={short ? shortageText(short) : isMissing ? t.words.howMany : mark.fieldError('quantity')}
          />
          <TextInput
            label={t.damaged.reason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={mark.fieldError('reason')}
          />
          <ProblemNote problem={short ? null : beyondFields(mark.problem, (path) => FIELDS.has(path))} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.actions.cancel}
            </Button>
            <Button onClick={() => void save()} loading={mark.isRunning} rightSection={<KeyHint>F9</KeyHint>}>
              {t.actions.save}
            </Button>
          </Group>
        </Stack>
      </EnterMovesOn>
    </Popup>
  );
}
