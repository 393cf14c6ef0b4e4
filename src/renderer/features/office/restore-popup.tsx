import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { formatInstant } from '../../../shared/dates.ts';
import { call } from '../../api.ts';
import { useCommand } from '../../data/use-command.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount, formatDollars } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toastDone, toastTrouble } from '../../ui/toasts.tsx';
import type { Copy } from './copy-words.ts';
import { MakingNote } from './making-note.tsx';

const words = t.copies.restoring;

/** Puts a copy in place of the books: what will be missing, a word to be typed, and the wait until it is done. */
export function RestorePopup({ copy, onClose }: { copy: Copy; onClose: () => void }) {
  const { name } = copy;
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const [isUnderWay, setUnderWay] = useState(false);
  const { data: since, error } = useVerb('backups.since', { name });
  const restore = useCommand('backups.restore');
  const isMeant = typed.trim().toUpperCase() === words.word;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isMeant || restore.isRunning || isUnderWay) return;
    if ((await restore.run({ name })) === null) return;
    setUnderWay(true);
    try {
      // Answered once the books are open again: everybody is signed off then, and this is the way to the sign-in.
      const { troubles } = await call('backups.list', {});
      toastTrouble(troubles.join(' ') || words.stillThere);
    } catch {
      // Where whoever signs in again has work to do.
      go('/office/lost');
      toastDone(words.done(formatInstant(copy.createdAt)));
    }
    onClose();
  };
  return (
    <Popup title={words.title(formatInstant(copy.createdAt))} onClose={onClose} size="lg" mustAnswer={isUnderWay}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          {since && (
            <Text fw={600}>
              {since.changes === 0
                ? words.nothingSince
                : words.since(formatCount(since.invoices), formatDollars(since.invoiced), formatCount(since.receipts))}
            </Text>
          )}
          <Text size="sm">{words.hint}</Text>
          <TextInput
            label={words.type}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            disabled={isUnderWay}
            data-autofocus
          />
          <ProblemNote problem={restore.problem ?? error} />
          {isUnderWay && <MakingNote words={words.underWay} />}
          <Group justify="flex-end">
            <Button type="submit" color="red" disabled={!isMeant || since === undefined || isUnderWay}>
              {words.restore}
            </Button>
          </Group>
        </Stack>
      </form>
    </Popup>
  );
}
