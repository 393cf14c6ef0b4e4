import { Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { beyondFields } from '../../api-problem.ts';
import { useCommand } from '../../data/use-command.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { t } from '../../texts/index.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SecretField } from '../../ui/secret-field.tsx';

interface Props {
  /** The one-time password just used; asked for when absent. */
  currentPassword?: string;
  onDone: () => void;
}

const FIELDS = new Set(['currentPassword', 'newPassword', 'newPin']);

/** One's own password and PIN. Coming from a one-time password, a new password is a must. */
export function PasswordForm({ currentPassword, onDone }: Props) {
  const [current, setCurrent] = useState(currentPassword ?? '');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [pin, setPin] = useState('');
  const change = useCommand('session.changePassword');
  const differ = again !== '' && again !== password;
  const isFirst = currentPassword !== undefined;
  const isReady = current !== '' && again === password && (password !== '' || (pin !== '' && !isFirst));

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!isReady || change.isRunning) return;
    const done = await change.run({
      currentPassword: current,
      ...(password === '' ? {} : { newPassword: password }),
      ...(pin === '' ? {} : { newPin: pin }),
    });
    if (done) onDone();
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      <EnterMovesOn onEnd={() => void submit()}>
        <Stack>
          {!isFirst && (
            <SecretField
              label={t.session.currentPassword}
              value={current}
              onChange={(event) => setCurrent(event.currentTarget.value)}
              autoComplete="current-password"
              error={change.fieldError('currentPassword')}
              data-autofocus
            />
          )}
          <SecretField
            label={t.session.newPassword}
            description={t.session.newPasswordHint}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="new-password"
            error={change.fieldError('newPassword')}
            autoFocus={isFirst}
          />
          <SecretField
            label={t.session.repeatPassword}
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
            autoComplete="new-password"
            error={differ ? t.session.passwordsDiffer : undefined}
          />
          <SecretField
            label={`${t.session.newPin} (${t.words.optional})`}
            description={t.session.pinHint}
            value={pin}
            onChange={(event) => setPin(event.currentTarget.value)}
            inputMode="numeric"
            autoComplete="off"
            error={change.fieldError('newPin')}
          />
          <ProblemNote problem={beyondFields(change.problem, (path) => FIELDS.has(path))} />
          <Button type="submit" loading={change.isRunning} disabled={!isReady}>
            {t.actions.save}
          </Button>
        </Stack>
      </EnterMovesOn>
    </form>
  );
}
