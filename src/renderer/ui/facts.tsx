import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './facts.module.css';

export interface Fact {
  label: string;
  value: ReactNode;
  /** Stands out: the total, what is overdue. */
  tone?: 'strong' | 'warning';
}

/** Name and figure in two columns, figures at the right. */
export function Facts({ facts }: { facts: readonly (Fact | false)[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter((fact) => fact !== false)
        .map(({ label, value, tone }) => (
          <div key={label} className={classes.fact}>
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <Text
              component="dd"
              size="sm"
              ta="right"
              fw={tone ? 600 : undefined}
              c={tone === 'warning' ? 'var(--mantine-color-error)' : undefined}
            >
              {value}
            </Text>
          </div>
        ))}
    </dl>
  );
}
