import { Select, type SelectProps } from '@mantine/core';
import { focusNext } from '../keys/focus.ts';

type Props<Value extends string | number> = Omit<
  SelectProps<Value>,
  'searchable' | 'allowDeselect' | 'selectFirstOptionOnChange' | 'onOptionSubmit' | 'onFocus'
>;

/** A choice made by typing a few letters and Enter, which also moves on: choosing is an Enter already. */
export function Pick<Value extends string | number>(props: Props<Value>) {
  return (
    <Select<Value>
      {...props}
      searchable
      selectFirstOptionOnChange
      // Enter on what is chosen already keeps it.
      allowDeselect={false}
      onFocus={(event) => event.currentTarget.select()}
      onOptionSubmit={moveOn}
    />
  );
}

function moveOn() {
  // At once: the next key belongs to the next field already.
  if (document.activeElement) focusNext(document.activeElement);
}
