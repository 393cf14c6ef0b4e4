import { Button, Group, Skeleton, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { type ApiProblem, beyondFields } from '../../api-problem.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { focusFirst, focusFirstWrong } from '../../keys/focus.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './settings.module.css';

interface Props {
  isChanged: boolean;
  isRunning: boolean;
  problem: ApiProblem | null;
  /** Fields that say themselves what is wrong with them. */
  isOnForm: (path: string) => boolean;
  onSave: () => void;
  onDiscard: () => void;
  /** Work starts at something else than the first field. */
  startsElsewhere?: boolean;
  children: ReactNode;
}

/** A section that is a form: it scrolls, and what saves it stays in sight. */
export function SectionForm(props: Props) {
  const { isChanged, isRunning, problem, isOnForm, onSave, onDiscard, startsElsewhere = false, children } = props;
  const scope = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!startsElsewhere) focusFirst(scope.current);
  }, [startsElsewhere]);
  useKeys('screen', [isChanged && { key: 'F9', label: t.settings.save, run: onSave }]);
  useEffect(() => {
    if (problem !== null) focusFirstWrong(scope.current);
  }, [problem]);
  return (
    <div className={classes.form}>
      <EnterMovesOn ref={scope} className={classes.fields} onEnd={() => isChanged && onSave()}>
        {children}
      </EnterMovesOn>
      <div className={classes.foot}>
        <ProblemNote problem={beyondFields(problem, isOnForm)} />
        <Group justify="flex-end" gap="sm">
          {isChanged && (
            <Text size="sm" c="dimmed" role="status">
              {t.settings.notSaved}
            </Text>
          )}
          {isChanged && (
            <Button variant="default" onClick={onDiscard}>
              {t.settings.discard}
            </Button>
          )}
          <Button onClick={onSave} disabled={!isChanged} loading={isRunning} rightSection={<KeyHint>F9</KeyHint>}>
            {t.settings.save}
          </Button>
        </Group>
      </div>
    </div>
  );
}

export function SectionSkeleton() {
  return <Skeleton height={320} className={classes.form} />;
}
