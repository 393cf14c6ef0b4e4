import { Anchor, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { problemOf } from '../api-problem.ts';
import { t } from '../texts/index.ts';

interface Action {
  label: string;
  run: () => void;
}

/** Success: quiet, at the corner, with the document's number and what one may want next. */
export function toastDone(message: string, action?: Action): void {
  // Only the last word counts, and two would hide what lies behind.
  notifications.clean();
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        {action && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => {
              notifications.hide(id);
              action.run();
            }}
          >
            {action.label}
          </Anchor>
        )}
      </Group>
    ),
    withBorder: true,
    closeButtonProps: { 'aria-label': t.actions.close },
  });
}

/** For the few things that have no form to show their refusal on. */
export function toastProblem(thrown: unknown): void {
  notifications.show({
    color: 'red',
    message: problemOf(thrown).message,
    withBorder: true,
    autoClose: false,
    closeButtonProps: { 'aria-label': t.actions.close },
  });
}
