import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyBinding, TakesCode } from '../keys/key-registry.ts';
import { holdTyping } from '../keys/type-ahead.ts';
import { useKeys } from '../keys/use-keys.ts';
import { t } from '../texts/index.ts';
import { focusOnStage } from './stage.ts';

interface Props {
  title: ReactNode;
  onClose: () => void;
  /** Keys that work while it is open; the screen's own are silent. */
  keys?: readonly (KeyBinding | false)[];
  size?: string;
  /** Its height changes with what is typed: its top stays where it is. */
  isAtTop?: boolean;
  /** A question that must be answered cannot be clicked away. */
  mustAnswer?: boolean;
  /** A code read while it is open; without it a code goes to what lies beneath, and never into its fields. */
  onScan?: TakesCode | undefined;
  children: ReactNode;
}

const NO_KEYS: readonly KeyBinding[] = [];
/** Until a popup has the focus, in milliseconds, or has nothing that takes it. */
const LONGEST_WAY_IN = 3_000;

/** A popup that takes focus and keys, closes on Esc and gives focus back to where it was. Mount it to open it. */
export function Popup({
  title,
  onClose,
  keys = NO_KEYS,
  size = 'md',
  isAtTop = false,
  mustAnswer = false,
  onScan,
  children,
}: Props) {
  useKeys('popup', keys, onScan);
  useFocusBack();
  const takesOver = useTypingInto();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      centered={!isAtTop}
      closeOnClickOutside={false}
      closeOnEscape={!mustAnswer}
      withCloseButton={!mustAnswer}
      closeButtonProps={{ 'aria-label': t.actions.close }}
      onFocus={takesOver}
    >
      {children}
    </Modal>
  );
}

/** It takes a moment until the focus is in it; what is typed meanwhile is for it, and not for the field it covers. */
function useTypingInto(): () => void {
  const release = useRef(() => {});
  useLayoutEffect(() => {
    const goOn = holdTyping();
    release.current = () => setTimeout(goOn);
    const timer = setTimeout(goOn, LONGEST_WAY_IN);
    return () => {
      clearTimeout(timer);
      goOn();
    };
  }, []);
  return () => release.current();
}

/** Mounting is opening here, so that the focus has to be given back on unmounting, unless it has gone on already. */
function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        const isNowhere = document.activeElement === null || document.activeElement === document.body;
        const isHidden = opener !== null && !opener.isConnected;
        if ((isNowhere || isHidden) && opener instanceof HTMLElement) focusOnStage(opener);
      });
    },
    [opener],
  );
}
