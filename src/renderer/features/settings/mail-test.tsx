import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { beyondFields } from '../../api-problem.ts';
import { useCommand } from '../../data/use-command.ts';
import { t } from '../../texts/index.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TestResult } from './test-result.tsx';

interface Props {
  /** Where it goes unless said. */
  usual: string;
  /** Saves what was changed, since the test goes by what is saved; `null`: nothing was changed. */
  save: (() => Promise<boolean>) | null;
  isReady: boolean;
}

/** A mail that goes the way invoices go, with what the server says to it. */
export function MailTest({ usual, save, isReady }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const test = useCommand('mail.test');
  const [end, setEnd] = useState<Awaited<ReturnType<typeof test.run>>>(null);
  const to = (typed ?? usual).trim();
  const run = async () => {
    if (test.isRunning || (save !== null && !(await save()))) return;
    setEnd(null);
    setEnd(await test.run({ to }));
  };
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t.mail.testHint}
      </Text>
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <TextInput
          label={t.mail.to}
          flex={1}
          value={typed ?? usual}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={test.fieldError('to')}
        />
        <Button
          variant="light"
          onClick={() => void run()}
          loading={test.isRunning}
          disabled={!isReady || to === ''}
          data-enter-stop
        >
          {t.mail.sendTest}
        </Button>
      </Group>
      <TestResult kind="MAIL" target={to} isAsking={test.isRunning} end={end} />
      <ProblemNote problem={beyondFields(test.problem, (path) => path === 'to')} />
    </Stack>
  );
}
