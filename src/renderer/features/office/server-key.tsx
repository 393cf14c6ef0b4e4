import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import { type ApiProblem, problemOf } from '../../api-problem.ts';
import { t } from '../../texts/index.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';

interface Props {
  host: string;
  port: string;
  hostKey: string;
  error: string | undefined;
  onChange: (hostKey: string) => void;
}

/** By which key the server is known: typed from head office's letter, or asked for and compared with it. */
export function ServerKey({ host, port, hostKey, error, onChange }: Props) {
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<WireOutput<'exports.hostKey'> | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const ask = async () => {
    setAsking(true);
    setAnswer(null);
    setProblem(null);
    try {
      setAnswer(await call('exports.hostKey', { host, port: Number(port) }));
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setAsking(false);
    }
  };
  const told = answer?.hostKey ?? null;
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          label={t.destination.fields.hostKey}
          placeholder={t.destination.examples.hostKey}
          value={hostKey}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <Button variant="default" loading={isAsking} disabled={host === ''} onClick={() => void ask()}>
          {t.destination.askServer}
        </Button>
      </Group>
      {told !== null && told !== hostKey && (
        <Alert color="yellow" title={t.destination.serverSays} role="status">
          <Text size="sm" ff="monospace">
            {told}
          </Text>
          <Text size="sm">{t.destination.isItTheSame}</Text>
          <Button size="compact-sm" variant="light" mt="xs" onClick={() => onChange(told)}>
            {t.destination.sameKey}
          </Button>
        </Alert>
      )}
      {answer !== null && answer.trouble !== null && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {answer.trouble}
        </Text>
      )}
      <ProblemNote problem={problem} />
    </Stack>
  );
}
