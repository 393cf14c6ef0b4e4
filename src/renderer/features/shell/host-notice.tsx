import { Group, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useConnection } from '../../state/connection.ts';
import { t } from '../../texts/index.ts';
import classes from './shell.module.css';

/** The host is away: said calmly, in one line, for as long as it is so. */
export function HostNotice() {
  const isAway = useConnection((connection) => connection.isAway);
  if (!isAway) return null;
  return (
    <Group className={classes.away} gap="sm" wrap="nowrap" role="status">
      <IconPlugConnectedX size={18} aria-hidden />
      <Text size="sm">
        <strong>{t.connection.away}</strong> {t.connection.awayHint}
      </Text>
    </Group>
  );
}
