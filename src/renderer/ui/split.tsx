import type { ReactNode } from 'react';
import classes from './split.module.css';

interface Props {
  detail: ReactNode;
  /** What is opened needs most of the room. */
  isWide?: boolean;
  children: ReactNode;
}

/** A list, and beside it what was opened from it. */
export function Split({ detail, isWide = false, children }: Props) {
  return (
    <div className={classes.split} data-open={Boolean(detail) || undefined} data-wide={isWide || undefined}>
      <div className={classes.list}>{children}</div>
      {Boolean(detail) && <aside className={classes.detail}>{detail}</aside>}
    </div>
  );
}
