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
      onKeyDownCapture={choose}
      onOptionSubmit={moveOn}
    />
  );
}

/**
 * Enter chooses what is marked, or the first that the letters found; untouched, what is chosen already. It is not left to
 * Mantine: a timer that its list starts when it opens forgets which option is marked, and an Enter that came right behind
 * the letters moved on with nothing chosen.
 */
function choose(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '');
  const option = list && optionFor(list, event.currentTarget.value);
  if (!option) return;
  event.preventDefault();
  event.stopPropagation();
  option.click();
}

function optionFor(list: HTMLElement, typed: string): HTMLElement | null {
  const marked = list.querySelector<HTMLElement>('[data-combobox-selected]');
  const chosen = list.querySelector<HTMLElement>('[data-combobox-active]');
  if (marked !== null) return marked;
  if (chosen?.textContent === typed) return chosen;
  return list.querySelector('[data-combobox-option]:not([data-combobox-disabled])');
}

function moveOn() {
  // At once: the next key belongs to the next field already.
  if (document.activeElement) focusNext(document.activeElement);
}
