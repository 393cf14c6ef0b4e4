import { Loader, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type ApiProblem, problemOf } from '../../api-problem.ts';
import { call } from '../../api.ts';
import { t } from '../../texts/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ImportPanel } from '../imports/import-panel.tsx';
import classes from './setup.module.css';

interface Props {
  username: string;
  password: string;
  onDone: () => void;
}

/** Set up and signed in, before the console opens: the moment to bring in the lists. */
export function SetupImport({ username, password, onDone }: Props) {
  const [isReady, setReady] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  useEffect(() => {
    // The session store stays as it is until `onDone`, or the console would open over this page.
    call('session.login', { username, password }).then(
      () => setReady(true),
      (thrown: unknown) => setProblem(problemOf(thrown)),
    );
  }, [username, password]);

  return (
    <main className={classes.screen}>
      <div className={classes.sheet}>
        <div>
          <Title order={1}>{t.setup.doneTitle}</Title>
          <Text size="sm" c="dimmed">
            {t.imports.hint}
          </Text>
        </div>
        <Panel p="lg" title={t.imports.title}>
          {problem === null && !isReady && <Loader size="sm" />}
          <ProblemNote problem={problem} />
          {isReady && <ImportPanel onDone={onDone} onSkip={onDone} />}
        </Panel>
      </div>
    </main>
  );
}
