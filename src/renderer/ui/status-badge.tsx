import classes from './status-badge.module.css';

/** Grey for what is on its way, the accent for what is done, red only for what needs somebody. */
export type Tone = 'quiet' | 'done' | 'attention';

/** A plain element: every row of a list has one. */
export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
