import { Anchor, Group, Text } from '@mantine/core';
import { t } from '../texts/index.ts';

/** Something was sent and the host does not answer: calm, since nothing can go wrong by waiting. */
export function WaitingNote({ onStop }: { onStop: () => void }) {
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" role="status">
      <Text size="sm" c="var(--console-warning)">
        {t.connection.waiting}
      </Text>
      <Anchor component="button" type="button" size="sm" flex="none" onClick={onStop}>
        {t.connection.stopWaiting}
      </Anchor>
    </Group>
  );
}
