import classes from './key-hint.module.css';

/** The key that does the same, at the end of a button. */
export function KeyHint({ children }: { children: string }) {
  return <kbd className={classes.key}>{children}</kbd>;
}
