import { Button, Group, Text } from '@mantine/core';
import { IconMail, IconPrinter } from '@tabler/icons-react';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';

interface Props {
  count: number;
  isRunning: boolean;
  /** `null`: not for this person. */
  onPrint: (() => void) | null;
  onMail: (() => void) | null;
  onClear: () => void;
}

/** What can be done with the rows that were chosen, where the filters stood. */
export function SelectionBar({ count, isRunning, onPrint, onMail, onClear }: Props) {
  return (
    <Group gap="sm" mih={30} role="toolbar" aria-label={t.batch.selected(formatCount(count))}>
      <Text size="sm" fw={600} role="status">
        {t.batch.selected(formatCount(count))}
      </Text>
      {onPrint && (
        <Button
          size="compact-sm"
          leftSection={<IconPrinter size={15} />}
          rightSection={<KeyHint>P</KeyHint>}
          disabled={isRunning}
          onClick={onPrint}
        >
          {t.delivery.print}
        </Button>
      )}
      {onMail && (
        <Button
          size="compact-sm"
          leftSection={<IconMail size={15} />}
          rightSection={<KeyHint>M</KeyHint>}
          disabled={isRunning}
          onClick={onMail}
        >
          {t.delivery.mail}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" color="gray" rightSection={<KeyHint>Esc</KeyHint>} onClick={onClear}>
        {t.batch.clear}
      </Button>
    </Group>
  );
}
