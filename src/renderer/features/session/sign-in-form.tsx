import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { type ApiProblem, problemOf } from '../../api-problem.ts';
import { signIn } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SecretField } from '../../ui/secret-field.tsx';

interface Props {
  /** Who was at work before the session ended. */
  username?: string;
  /** Told before it is tried: a one-time password is needed once more, to choose the lasting one. */
  onTry?: (password: string) => void;
}

export function SignInForm({ username: known = '', onTry }: Props) {
  const [username, setUsername] = useState(known);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isRunning, setRunning] = useState(false);

  const isReady = username.trim() !== '' && password !== '';
  // A wrong password belongs next to its field; what keeps everybody out does not.
  const isWrong = problem?.code === 'UNAUTHENTICATED' || problem?.code === 'LOCKED_OUT';

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!isReady || isRunning) return;
    setRunning(true);
    setProblem(null);
    onTry?.(password);
    try {
      await signIn(username.trim(), password);
    } catch (thrown) {
      setProblem(problemOf(thrown));
      setPassword('');
    } finally {
      setRunning(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      <EnterMovesOn onEnd={() => void submit()}>
        <Stack>
          <TextInput
            label={t.session.username}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
            autoComplete="username"
            autoFocus={known === ''}
          />
          <SecretField
            label={t.session.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            error={isWrong ? problem.message : undefined}
            autoFocus={known !== ''}
          />
          <ProblemNote problem={isWrong ? null : problem} />
          <Button type="submit" loading={isRunning} disabled={!isReady} fullWidth>
            {t.session.signIn}
          </Button>
        </Stack>
      </EnterMovesOn>
    </form>
  );
}
