import { Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { Quote } from './use-quote.ts';

/** What the clerk should know before saving; nothing of it stops the sale by itself. */
export function Warnings({ warnings }: { warnings: Quote['warnings'] }) {
  if (warnings.length === 0) return null;
  return (
    <Stack gap={6} role="status">
      {warnings.map(({ code, message }) => (
        <Group key={code} gap={8} wrap="nowrap" align="flex-start" c="var(--console-warning)">
          <IconInfoCircle size={16} style={{ flex: 'none', marginTop: 2 }} aria-hidden />
          <Text size="sm">{message}</Text>
        </Group>
      ))}
    </Stack>
  );
}
