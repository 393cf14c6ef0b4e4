import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { formatInstant } from '../../../shared/dates.ts';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { t } from '../../texts/index.ts';
import { today } from '../../today.ts';
import { isOld } from './copy-words.ts';

/** What keeps copies from being made, and that the last one is old. */
export function CopyTroubles({ copies: { items, troubles } }: { copies: WireOutput<'backups.list'> }) {
  const [newest] = items;
  const isStale = newest !== undefined && isOld(newest.createdAt, today());
  if (troubles.length === 0 && !isStale) return null;
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle size={18} />}
      role="status"
      title={isStale ? t.copies.isOld(formatInstant(newest.createdAt)) : t.copies.troubles}
    >
      {troubles.map((trouble) => (
        <Text size="sm" key={trouble}>
          {trouble}
        </Text>
      ))}
      {isStale && <Text size="sm">{t.copies.isOldHint}</Text>}
    </Alert>
  );
}
