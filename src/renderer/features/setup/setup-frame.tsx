import { Group, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { t } from '../../texts/index.ts';
import classes from './setup.module.css';

export const STEPS = ['company', 'depot', 'admin', 'data', 'printers', 'mail'] as const;
export type Step = (typeof STEPS)[number];

interface Props {
  step: Step;
  /** What leads on, and back. */
  buttons: ReactNode;
  children: ReactNode;
}

/** One step of the first run, beside the way through all of them. */
export function SetupFrame({ step, buttons, children }: Props) {
  const here = STEPS.indexOf(step);
  return (
    <main className={classes.screen}>
      <nav className={classes.side} aria-label={t.setup.stepsLabel}>
        <Text fw={600} mb="md">
          {t.setup.title}
        </Text>
        <ol className={classes.steps}>
          {STEPS.map((name, at) => (
            <li key={name} className={classes.step} aria-current={at === here ? 'step' : undefined}>
              <span className={classes.mark} data-done={at < here || undefined}>
                {at < here ? <IconCheck size={14} role="img" aria-label={t.setup.done} /> : at + 1}
              </span>
              {t.setup.steps[name]}
            </li>
          ))}
        </ol>
      </nav>
      <div className={classes.content}>
        <header>
          <Title order={1}>{t.setup.titles[step]}</Title>
          <Text size="sm" c="dimmed">
            {t.setup.hints[step]}
          </Text>
        </header>
        <div className={classes.body}>{children}</div>
        <Group className={classes.foot} justify="flex-end" gap="sm">
          {buttons}
        </Group>
      </div>
    </main>
  );
}
