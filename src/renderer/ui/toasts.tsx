import { Anchor, Group, Loader } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { problemOf } from '../api-problem.ts';
import { t } from '../texts/index.ts';

export interface ToastAction {
  label: string;
  run: () => void;
}

/** Success: quiet, at the corner, with the document's number and what one may want next. */
export function toastDone(message: string, action?: ToastAction): void {
  toast((close) => <ToastLine message={message} action={action} onAction={close} />);
}

/**
 * Something quiet at the corner, in place of what was there before: only the last word counts, and two would hide what
 * lies behind.
 *
 * @param content is given what closes it; it closes itself when it `stays`.
 * @returns what closes it.
 */
export function toast(content: (close: () => void) => ReactNode, stays = false): () => void {
  notifications.clean();
  const id = crypto.randomUUID();
  const close = () => notifications.hide(id);
  notifications.show({
    id,
    message: content(close),
    withBorder: true,
    closeButtonProps: { 'aria-label': t.actions.close },
    ...(stays ? { autoClose: false } : {}),
  });
  return close;
}

/** What takes a moment, until it is answered. @returns what takes it away again. */
export function toastBusy(message: string): () => void {
  return toast(
    () => (
      <Group gap="sm" wrap="nowrap" role="status">
        <Loader size={16} aria-hidden />
        <span>{message}</span>
      </Group>
    ),
    true,
  );
}

interface LineProps {
  message: string;
  action: ToastAction | undefined;
  onAction: () => void;
}

export function ToastLine({ message, action, onAction }: LineProps) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <span>{message}</span>
      {action && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          flex="none"
          onClick={() => {
            onAction();
            action.run();
          }}
        >
          {action.label}
        </Anchor>
      )}
    </Group>
  );
}

/** For the few things that have no form to show their refusal on. */
export function toastProblem(thrown: unknown): void {
  toastTrouble(problemOf(thrown).message);
}

export function toastTrouble(message: string): void {
  notifications.show({
    color: 'red',
    message,
    withBorder: true,
    autoClose: false,
    closeButtonProps: { 'aria-label': t.actions.close },
  });
}
