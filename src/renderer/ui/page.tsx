import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page.module.css';

interface Props {
  title: string;
  /** One line under the title: what one sees, how many. */
  note?: ReactNode;
  /** At the right of the title: filters and the screen's main action. */
  actions?: ReactNode;
  /** The content scrolls by itself (lists, forms with a fixed foot) instead of the whole page. */
  isFixed?: boolean;
  children: ReactNode;
}

export function Page({ title, note, actions, isFixed = false, children }: Props) {
  return (
    <div className={classes.page} data-fixed={isFixed || undefined}>
      <Group component="header" justify="space-between" align="center" wrap="nowrap" className={classes.head}>
        <div>
          <Title order={1}>{title}</Title>
          {note !== undefined && (
            <Text size="sm" c="dimmed" mt={2}>
              {note}
            </Text>
          )}
        </div>
        <Group gap="sm" wrap="nowrap">
          {actions}
        </Group>
      </Group>
      <div className={classes.body}>{children}</div>
    </div>
  );
}
