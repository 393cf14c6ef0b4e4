import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../shared/dates.ts';
import { formatCount } from '../../format.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { RestorePopup } from './restore-popup.tsx';
import { type Copy, copyState, sizeWords } from './copy-words.ts';

/** One copy of the books: what it is, and what was found when it was read. */
export function CopyDetail({ copy }: { copy: Copy }) {
  const mayRestore = useMay('backups.restore');
  const [isRestoring, setRestoring] = useState(false);
  const { words, tone, hint } = copyState(copy);
  const when = formatInstant(copy.createdAt);
  return (
    <Panel p="lg" aria-label={when}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <div>
            <Text fw={600}>{when}</Text>
            <Text size="sm" c="dimmed">
              {t.copies.reasons[copy.reason]}
            </Text>
          </div>
          <StatusBadge tone={tone}>{words}</StatusBadge>
        </Group>
        {copy.problems?.map((problem) => (
          <Text size="sm" key={problem} c="var(--mantine-color-error)">
            {problem}
          </Text>
        ))}
        <Text size="sm">{hint}</Text>
        <Facts
          facts={[
            { label: t.copies.size, value: sizeWords(copy.bytes) },
            copy.commit !== null && { label: t.copies.upTo, value: formatCount(copy.commit) },
            { label: t.copies.file, value: copy.name },
            copy.sha256 !== null && { label: t.bundles.hash, value: copy.sha256 },
          ]}
        />
        {mayRestore && copy.problems?.length === 0 && (
          <Group>
            <Button variant="default" onClick={() => setRestoring(true)}>
              {t.copies.restoring.open}
            </Button>
          </Group>
        )}
      </Stack>
      {isRestoring && <RestorePopup copy={copy} onClose={() => setRestoring(false)} />}
    </Panel>
  );
}
