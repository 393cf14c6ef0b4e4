import { Button, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { type ApiProblem, problemOf } from '../../api-problem.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { focusField } from '../../keys/focus.ts';
import { peopleHere, type Person } from '../../state/counter-memory.ts';
import { switchUser, unlock, useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SecretField } from '../../ui/secret-field.tsx';
import classes from './lock-screen.module.css';

/** Somebody who has not worked at this counter yet. */
const SOMEBODY_ELSE = '';

/** Whoever worked last has only a PIN to type; ↑ and ↓ change over to the others without leaving its field. */
export function PinForm() {
  const user = useUser();
  const [people] = useState(() => everyone(user));
  const [chosen, setChosen] = useState(user.username);
  const [username, setUsername] = useState('');
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isRunning, setRunning] = useState(false);
  const pinField = useRef<HTMLInputElement>(null);
  const isElse = chosen === SOMEBODY_ELSE;
  const who = isElse ? username.trim() : chosen;
  const isReady = who !== '' && pin !== '';
  const isWrong = problem?.code === 'UNAUTHENTICATED' || problem?.code === 'LOCKED_OUT';

  const choose = (next: string) => {
    setChosen(next);
    setPin('');
    setProblem(null);
    if (next !== SOMEBODY_ELSE) focusField(pinField.current);
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const names = [...people.map((person) => person.username), SOMEBODY_ELSE];
    const next = names[names.indexOf(chosen) + step];
    if (next !== undefined) choose(next);
  };
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!isReady || isRunning) return;
    setRunning(true);
    setProblem(null);
    try {
      await (who === user.username ? unlock(pin) : switchUser(who, pin));
    } catch (thrown) {
      setProblem(problemOf(thrown));
      setPin('');
      focusField(pinField.current);
    } finally {
      setRunning(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      <EnterMovesOn onEnd={() => void submit()}>
        <Stack>
          <div className={classes.people} role="radiogroup" aria-label={t.session.whoIsThere}>
            {[...people, { username: SOMEBODY_ELSE, fullName: t.session.somebodyElse }].map((person) => (
              <UnstyledButton
                key={person.username}
                role="radio"
                aria-checked={person.username === chosen}
                tabIndex={-1}
                className={classes.person}
                onClick={() => choose(person.username)}
              >
                {person.fullName}
              </UnstyledButton>
            ))}
          </div>
          <Text size="xs" c="dimmed">
            {t.session.changeOver}
          </Text>
          {isElse && (
            <TextInput
              label={t.session.username}
              value={username}
              onChange={(event) => setUsername(event.currentTarget.value)}
              onKeyDown={move}
              autoFocus
            />
          )}
          <SecretField
            ref={pinField}
            label={t.session.pin}
            value={pin}
            // What is being asked about stays as it is.
            onChange={(event) => !isRunning && setPin(event.currentTarget.value)}
            onKeyDown={move}
            inputMode="numeric"
            autoComplete="off"
            error={isWrong ? problem.message : undefined}
            autoFocus
          />
          <ProblemNote problem={isWrong ? null : problem} />
          <Button type="submit" loading={isRunning} disabled={!isReady} fullWidth>
            {t.session.unlock}
          </Button>
        </Stack>
      </EnterMovesOn>
    </form>
  );
}

/** The person at work first, whatever this computer remembers. */
function everyone({ username, fullName }: Person): Person[] {
  return [{ username, fullName }, ...peopleHere().filter((person) => person.username !== username)];
}
