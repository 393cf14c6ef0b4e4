import { TextInput } from '@mantine/core';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import { Pick } from '../../ui/pick.tsx';

interface Props {
  value: string;
  onChange: (queue: string) => void;
  error: string | undefined;
}

/** A printer the system knows; where it cannot say which there are, its name is typed. */
export function QueueField({ value, onChange, error }: Props) {
  const { data, error: problem } = useVerb('printers.list', {});
  const found = data?.items ?? [];
  const trouble = data?.trouble ?? problem?.message;
  if (problem !== null || (data && found.length === 0)) {
    return (
      <TextInput
        label={t.printers.queue}
        description={trouble ?? t.printers.noQueues}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
      />
    );
  }
  const isGone = value !== '' && !found.some(({ queue }) => queue === value);
  const choices = [
    ...(isGone ? [{ value, label: value }] : []),
    ...found.map(({ queue, description }) => ({
      value: queue,
      label: description === '' || description === queue ? queue : `${description} (${queue})`,
    })),
  ];
  return (
    <Pick
      label={t.printers.queue}
      data={choices}
      value={value || null}
      onChange={(queue) => onChange(queue ?? '')}
      disabled={!data}
      error={error}
    />
  );
}
