import classes from './quantity-cell.module.css';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  row: number;
  column: number;
  /** Said by the note beneath the row. */
  isWrong?: boolean;
  describedBy?: string;
  isFirst?: boolean;
  /** Nobody typed it: it follows from another count, until somebody does. */
  isAssumed?: boolean;
  /** Coming from outside, work starts here. */
  isStart?: boolean;
}

const DIGITS = /^\d{0,4}$/;

/** One count in an entry grid. Empty is nothing; typing replaces what stands there. */
export function QuantityCell(props: Props) {
  const { label, value, onChange, row, column, isWrong = false, describedBy, isFirst, isAssumed, isStart } = props;
  return (
    <input
      className={classes.cell}
      data-assumed={isAssumed || undefined}
      data-filled={value !== '' || undefined}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      aria-describedby={describedBy}
      autoComplete="off"
      data-autofocus={isFirst || undefined}
      data-column={column}
      data-row={row}
      data-start={isStart || undefined}
      inputMode="numeric"
      onChange={(event) => {
        const text = event.currentTarget.value.trim();
        if (DIGITS.test(text)) onChange(text === '' ? '' : String(Number(text)).replace(/^0$/, ''));
      }}
      onFocus={(event) => event.currentTarget.select()}
      type="text"
      value={value}
    />
  );
}
