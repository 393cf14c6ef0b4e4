import { Button, Group, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { beyondFields } from '../../api-problem.ts';
import { useCommand } from '../../data/use-command.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { orNull } from '../../ui/text-fields.ts';
import { toastDone } from '../../ui/toasts.tsx';

const PATH = 'backup.secondFolder';

/** Where every copy goes as well. Administrators change it, managers see it. */
export function SecondFolder({ folder }: { folder: string | null }) {
  const mayChange = useMay('settings.update');
  const [typed, setTyped] = useState<string | null>(null);
  const update = useCommand('settings.update');
  const isChanged = typed !== null && orNull(typed) !== folder;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isChanged || update.isRunning) return;
    const saved = await update.run({ backup: { secondFolder: orNull(typed) } });
    if (saved === null) return;
    setTyped(null);
    toastDone(t.copies.saved);
  };
  return (
    <Panel p="sm" title={t.copies.second}>
      {mayChange ? (
        <form onSubmit={(event) => void save(event)}>
          <Group gap="sm" align="flex-start" wrap="nowrap">
            <TextInput
              flex={1}
              aria-label={t.copies.secondLabel}
              description={t.copies.secondHint}
              inputWrapperOrder={['input', 'error', 'description']}
              placeholder={t.copies.placeholder}
              value={typed ?? folder ?? ''}
              error={update.fieldError(PATH)}
              onChange={(event) => {
                update.clear();
                setTyped(event.currentTarget.value);
              }}
            />
            <Button type="submit" variant="default" disabled={!isChanged} loading={update.isRunning}>
              {t.actions.save}
            </Button>
          </Group>
        </form>
      ) : (
        <Text size="sm">{folder ?? t.copies.noSecond}</Text>
      )}
      <ProblemNote problem={beyondFields(update.problem, (path) => path === PATH)} />
    </Panel>
  );
}
