import classes from './first-is-taken.module.css';

/** A list of choices of which Enter takes the first one, until the arrows have chosen another: it is shown. */
export const FIRST_IS_TAKEN = { className: classes.options } as const;
