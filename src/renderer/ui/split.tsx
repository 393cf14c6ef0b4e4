import type { ReactNode } from 'react';
import classes from './split.module.css';

/** A list, and beside it what was opened from it. */
export function Split({ detail, children }: { detail: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.split} data-open={Boolean(detail) || undefined}>
      <div className={classes.list}>{children}</div>
      {Boolean(detail) && <aside className={classes.detail}>{detail}</aside>}
    </div>
  );
}
