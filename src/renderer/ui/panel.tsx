import { Group, Paper, type PaperProps, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props extends PaperProps {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** A quiet card: a hairline, no shadow. */
export function Panel({ title, aside, children, ...paper }: Props) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title} {...paper}>
      {title !== undefined && (
        <Group justify="space-between" mb="xs" mih={26} wrap="nowrap">
          <Title order={2} fz="sm" fw={600}>
            {title}
          </Title>
          {aside}
        </Group>
      )}
      {children}
    </Paper>
  );
}
