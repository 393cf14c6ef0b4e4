import { Button, Group, Stack, Text } from '@mantine/core';
import { detailsOf } from '../../api-problem.ts';
import { driverLabel, useDrivers } from '../../data/catalogue.ts';
import type { Command } from '../../data/use-command.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Popup } from '../../ui/popup.tsx';
import { WaitingNote } from '../../ui/waiting-note.tsx';
import type { Slip } from './slip-draft.ts';
import { SlipProblem } from './slip-problem.tsx';
import { SlipSummary } from './slip-summary.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';

interface Props {
  slip: Slip;
  confirm: Command<'distributions.confirm'>;
  onConfirmed: (slip: Slip) => void;
  onKeep: () => void;
  onBack: () => void;
}

/** The last look before stock moves: totals against the truck, then confirm, or leave it a draft. */
export function SlipPopup({ slip, confirm, onConfirmed, onKeep, onBack }: Props) {
  const drivers = useDrivers();
  const mayConfirm = useMay('distributions.confirm');
  const driver = drivers.byId.get(slip.driverId);
  const run = async (confirmTruckShort: boolean) => {
    if (confirm.isRunning) return;
    const done = await confirm.run({ id: slip.id, ...(confirmTruckShort ? { confirmTruckShort } : {}) });
    if (done) onConfirmed(done);
  };
  return (
    <Popup
      title={`${t.distribution.review} ${slip.number}`}
      onClose={onBack}
      keys={[mayConfirm && { key: 'F9', label: t.actions.confirm, run: () => void run(false) }]}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {driver ? driverLabel(driver) : ''}
        </Text>
        <SlipSummary
          items={slip.items}
          wrongEquipmentId={detailsOf(confirm.problem, 'INSUFFICIENT_STOCK')?.equipmentId}
        />
        <SlipProblem problem={confirm.problem} onConfirmAnyway={() => void run(true)} />
        {confirm.isWaiting && <WaitingNote onStop={confirm.stopWaiting} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onBack}>
            {t.actions.back}
          </Button>
          <Button variant="default" onClick={onKeep} data-autofocus={!mayConfirm || undefined}>
            {t.distribution.keepDraft}
          </Button>
          {mayConfirm && (
            <Button
              onClick={() => void run(false)}
              loading={confirm.isRunning}
              rightSection={<KeyHint>F9</KeyHint>}
              data-autofocus
            >
              {t.actions.confirm}
            </Button>
          )}
        </Group>
      </Stack>
    </Popup>
  );
}
