import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { KeyBinding } from '../keys/key-registry.ts';
import { t } from '../texts/index.ts';
import { useKeys } from '../keys/use-keys.ts';

interface Props {
  title: ReactNode;
  onClose: () => void;
  /** Keys that work while it is open; the screen's own are silent. */
  keys?: readonly (KeyBinding | false)[];
  size?: string;
  /** A question that must be answered cannot be clicked away. */
  mustAnswer?: boolean;
  children: ReactNode;
}

const NO_KEYS: readonly KeyBinding[] = [];

/** A popup that takes focus and keys, closes on Esc and gives focus back to where it was. Mount it to open it. */
export function Popup({ title, onClose, keys = NO_KEYS, size = 'md', mustAnswer = false, children }: Props) {
  useKeys('popup', keys);
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={false}
      closeOnEscape={!mustAnswer}
      withCloseButton={!mustAnswer}
      closeButtonProps={{ 'aria-label': t.actions.close }}
    >
      {children}
    </Modal>
  );
}

/** Mounting is opening here, so that the focus has to be given back on unmounting, unless it has gone on already. */
function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        const isNowhere = document.activeElement === null || document.activeElement === document.body;
        if (isNowhere && opener instanceof HTMLElement) opener.focus();
      });
    },
    [opener],
  );
}
