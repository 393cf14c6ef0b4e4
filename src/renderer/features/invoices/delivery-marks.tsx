import { JobGlyph } from '../jobs/job-glyph.tsx';
import { type Invoice, mailWay, printWay, type Way } from './delivery-way.ts';
import classes from './invoices.module.css';

/** Printed and mailed at a glance; the words on hover, and for who cannot see. Plain elements: every row has two. */
export function DeliveryMarks({ invoice }: { invoice: Invoice }) {
  return (
    <span className={classes.marks}>
      <Mark way={printWay(invoice)} />
      <Mark way={mailWay(invoice)} />
    </span>
  );
}

function Mark({ way }: { way: Way }) {
  const words = [way.words, ...(way.reason === null ? [] : [way.reason])].join('. ');
  return (
    <span role="img" aria-label={words} title={words}>
      <JobGlyph kind={way.kind} state={way.state} />
    </span>
  );
}
