import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './card.module.css';

interface Props {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a card's tab under its own small heading. */
export function CardPart({ title, aside, children }: Props) {
  return (
    <section aria-label={title} className={classes.part}>
      <Group justify="space-between" wrap="nowrap" mih={30} mb={6}>
        <Title order={2} fz="sm" fw={600}>
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </section>
  );
}
