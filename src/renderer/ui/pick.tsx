import { Select, type SelectProps } from '@mantine/core';
import type { KeyboardEvent } from 'react';
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
      onKeyDown={chooseFirst}
      onOptionSubmit={moveOn}
    />
  );
}

/**
 * Enter right behind the last letter can come before Mantine has marked the first option. It must choose that one all
 * the same: moving on with nothing chosen would go unnoticed.
 */
function chooseFirst(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '');
  if (list === null || list.querySelector('[data-combobox-selected]') !== null) return;
  const first = list.querySelector<HTMLElement>('[data-combobox-option]:not([data-combobox-disabled])');
  if (first === null) return;
  event.preventDefault();
  first.click();
}

function moveOn() {
  // At once: the next key belongs to the next field already.
  if (document.activeElement) focusNext(document.activeElement);
}
