import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { beyondFields } from '../../api-problem.ts';
import { useCommand } from '../../data/use-command.ts';
import { t } from '../../texts/index.ts';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { type Lost, lostName } from './lost-words.ts';

/** Decides that a lost document is not entered again, and says why. */
export function SettlePopup({ lost, onClose }: { lost: Lost; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const settle = useCommand('lostDocuments.settle');
  const name = lostName(lost);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (settle.isRunning) return;
    if ((await settle.run({ id: lost.id, reason })) === null) return;
    toastDone(t.lost.leftOut(name));
    onClose();
  };
  return (
    <Popup title={t.lost.leaveOutTitle(name)} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text size="sm">{t.lost.leaveOutHint}</Text>
          <TextInput
            label={t.lost.why}
            value={reason}
            error={settle.fieldError('reason')}
            onChange={(event) => {
              settle.clear();
              setReason(event.currentTarget.value);
            }}
            data-autofocus
          />
          <ProblemNote problem={beyondFields(settle.problem, (path) => path === 'reason')} />
          <Group justify="flex-end">
            <Button type="submit" loading={settle.isRunning} disabled={reason.trim() === ''}>
              {t.lost.leaveOut}
            </Button>
          </Group>
        </Stack>
      </form>
    </Popup>
  );
}
