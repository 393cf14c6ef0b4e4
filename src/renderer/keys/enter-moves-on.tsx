import { Box, type BoxProps } from '@mantine/core';
import type { HTMLAttributes, KeyboardEvent, Ref } from 'react';
import { ENTER_SCOPE, focusNext } from './focus.ts';

interface Props extends BoxProps, Omit<HTMLAttributes<HTMLDivElement>, keyof BoxProps> {
  /** Enter on the last field. */
  onEnd?: () => void;
  ref?: Ref<HTMLDivElement>;
}

/** A form in which Enter goes to the next field, as clerks expect of a till. Buttons keep their Enter. */
export function EnterMovesOn({ onEnd, ...box }: Props) {
  const moveOn = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    const { target } = event;
    if (!(target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (!focusNext(target)) onEnd?.();
  };
  return <Box {...ENTER_SCOPE} onKeyDown={moveOn} {...box} />;
}
