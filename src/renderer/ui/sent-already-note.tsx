import { Alert, Button, Group, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { t } from '../texts/index.ts';

interface Props {
  onStartOver: () => void;
  /** The same typing as something new. */
  onAnother: () => void;
}

/** What was changed after an answer got lost cannot be saved again as what was sent: it was saved already. */
export function SentAlreadyNote({ onStartOver, onAnother }: Props) {
  return (
    <Alert color="yellow" icon={<IconInfoCircle size={18} />} title={t.connection.sentAlready} role="alert">
      <Text size="sm">{t.connection.sentAlreadyHint}</Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={onStartOver}>
          {t.connection.startOver}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onAnother}>
          {t.connection.asAnother}
        </Button>
      </Group>
    </Alert>
  );
}
