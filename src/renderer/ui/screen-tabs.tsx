import { Box } from '@mantine/core';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { useKeys } from '../keys/use-keys.ts';
import { t } from '../texts/index.ts';
import classes from './screen-tabs.module.css';

export interface ScreenTab {
  id: string;
  label: string;
  href: string;
}

interface Props {
  label: string;
  tabs: readonly ScreenTab[];
  current: string;
  /** To put the focus on the tab one is at. */
  ref?: Ref<{ focus: () => void }>;
}

/** The parts of a screen, each a place of its own. Arrows go along; Alt with an arrow opens the next from anywhere. */
export function ScreenTabs({ label, tabs, current, ref }: Props) {
  const [, go] = useLocation();
  const list = useRef<HTMLElement>(null);
  const here = tabs.findIndex(({ id }) => id === current);
  const open = (step: number) => {
    const next = tabs.at((here + step) % tabs.length);
    if (next) go(next.href);
  };
  useKeys('screen', [
    { key: 'Alt+ArrowRight', label: t.keys.nextTab, run: () => open(1) },
    { key: 'Alt+ArrowLeft', label: t.keys.previousTab, run: () => open(-1) },
  ]);
  useImperativeHandle(ref, () => ({
    focus: () => list.current?.querySelector<HTMLElement>('[aria-current="page"]')?.focus(),
  }));
  return (
    <Box component="nav" ref={list} className={classes.tabs} aria-label={label} onKeyDown={moveAlong}>
      {tabs.map(({ id, label: name, href }) => (
        <Link key={id} href={href} className={classes.tab} aria-current={id === current ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </Box>
  );
}

function moveAlong(event: KeyboardEvent<HTMLElement>) {
  if (event.altKey || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at + (event.key === 'ArrowRight' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
