import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { formatCount } from '../../format.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';

interface Props {
  words: string;
  /** Rows written so far; `null`: not told. */
  rows?: number | null;
  /** Gives it up; without it, it cannot be given up. */
  onCancel?: () => void;
  isCancelling?: boolean;
}

/** Long work that goes on while others sell. Nobody knows beforehand how long it takes, so the bar only moves. */
export function MakingNote({ words, rows = null, onCancel, isCancelling = false }: Props) {
  useKeys('screen', [onCancel !== undefined && { key: 'Delete', label: t.actions.cancel, run: onCancel }]);
  return (
    <Alert color="gray" variant="light" role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {words}
          {rows !== null && ` ${t.bundles.makingRows(formatCount(rows))}`}
        </Text>
        {onCancel && (
          <Button
            size="compact-sm"
            variant="default"
            loading={isCancelling}
            onClick={onCancel}
            rightSection={<KeyHint>Del</KeyHint>}
          >
            {t.actions.cancel}
          </Button>
        )}
      </Group>
      <Progress value={100} animated size="sm" mt="xs" aria-label={words} />
    </Alert>
  );
}
