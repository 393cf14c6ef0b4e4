import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatBusinessDate, parseBusinessDate } from '../../../shared/dates.ts';
import { type ApiProblem, problemOf } from '../../api-problem.ts';
import { call } from '../../api.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { parseTypedDate } from '../../parse-date.ts';
import { t } from '../../texts/index.ts';
import { today } from '../../today.ts';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

interface Props {
  onJump: (place: string) => void;
  onClose: () => void;
}

/** To an invoice or a day, wherever in the list it is. */
export function JumpPopup({ onJump, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const go = async () => {
    const place = placeOf(typed);
    if (place === '') return;
    try {
      // Whether there is such an invoice is said here, where it can be typed again.
      await call('invoices.list', { startAt: place, limit: 1 });
      onJump(place);
      onClose();
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  };
  const wrong = problem?.fieldError('startAt');
  return (
    <Popup title={t.invoices.jumpTitle} onClose={onClose} size="sm">
      <EnterMovesOn onEnd={() => void go()}>
        <Stack>
          <TextInput
            label={t.invoices.jumpTo}
            description={t.invoices.jumpHint}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setProblem(null);
            }}
            error={wrong}
            data-autofocus
          />
          <ProblemNote problem={wrong === undefined ? problem : null} />
          <Group justify="flex-end">
            <Button onClick={() => void go()}>{t.invoices.jumpGo}</Button>
          </Group>
        </Stack>
      </EnterMovesOn>
    </Popup>
  );
}

/** Digits alone are a running number, and what else may be a day is one. */
function placeOf(typed: string): string {
  const text = typed.trim();
  return /^\d{1,6}$/.test(text) ? text : (parseTypedDate(text, today()) ?? text);
}

/** A place as people say it. */
export function placeWords(place: string): string {
  return parseBusinessDate(place) === null ? place : formatBusinessDate(place);
}
