import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { type ApiProblem, beyondFields } from '../../api-problem.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { focusFirstWrong } from '../../keys/focus.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

interface Props {
  title: string;
  size?: string;
  onSave: () => void;
  /** Takes a scanned code, whichever field has the focus. */
  onScan?: (code: string) => void;
  onClose: () => void;
  isRunning: boolean;
  problem: ApiProblem | null;
  /** Fields that say themselves what is wrong with them. */
  isOnForm: (path: string) => boolean;
  /** At the left of the foot: what else can be done with it. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The form of one record: Enter goes through it, F9 saves, and what was wrong has the focus. */
export function RecordPopup(props: Props) {
  const { title, size = 'md', onSave, onScan, onClose, isRunning, problem, isOnForm, ...parts } = props;
  const scope = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (problem !== null) focusFirstWrong(scope.current);
  }, [problem]);
  const save = () => {
    if (!isRunning) onSave();
  };
  return (
    <Popup
      title={title}
      size={size}
      onClose={onClose}
      keys={[{ key: 'F9', label: t.actions.save, run: save }]}
      onScan={onScan}
    >
      <EnterMovesOn ref={scope} onEnd={save}>
        <Stack>
          {parts.children}
          <ProblemNote problem={beyondFields(problem, isOnForm)} />
          <Group justify="space-between">
            <div>{parts.aside}</div>
            <Group gap="sm">
              <Button variant="default" onClick={onClose}>
                {t.actions.cancel}
              </Button>
              <Button onClick={save} loading={isRunning} rightSection={<KeyHint>F9</KeyHint>}>
                {t.actions.save}
              </Button>
            </Group>
          </Group>
        </Stack>
      </EnterMovesOn>
    </Popup>
  );
}
