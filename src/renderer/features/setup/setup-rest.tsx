import { Button, Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type ApiProblem, problemOf } from '../../api-problem.ts';
import { call } from '../../api.ts';
import { useVerb } from '../../data/use-verb.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { MailSection } from '../settings/mail-section.tsx';
import { PrintersSection } from '../settings/printers-section.tsx';
import { DataStep } from './data-step.tsx';
import { SetupFrame } from './setup-frame.tsx';

interface Props {
  username: string;
  password: string;
  onDone: () => void;
}

const STEPS = ['data', 'printers', 'mail'] as const;

/** Set up and signed in, before the console opens: lists, printers and mail, each of which may come later. */
export function SetupRest({ username, password, onDone }: Props) {
  const [isSignedIn, setSignedIn] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [at, setAt] = useState(0);
  const [hasData, setHasData] = useState(false);
  const { data: settings } = useVerb('settings.get', isSignedIn ? {} : null);
  const onward = useRef<HTMLButtonElement>(null);
  const step = STEPS[at] ?? 'mail';

  useEffect(() => {
    // The session store stays as it is until `onDone`, or the console would open over this page.
    call('session.login', { username, password }).then(
      () => setSignedIn(true),
      (thrown: unknown) => setProblem(problemOf(thrown)),
    );
  }, [username, password]);
  useEffect(() => {
    if (hasData) onward.current?.focus();
  }, [hasData]);

  const isDone = {
    data: hasData,
    printers: (settings?.printers.devices.length ?? 0) > 0,
    mail: settings?.mail.isEnabled ?? false,
  }[step];
  const isLast = at === STEPS.length - 1;
  const label = isLast ? t.setup.finish : isDone ? t.setup.next : t.setup.later;
  const next = () => (isLast ? onDone() : setAt(at + 1));
  const back = () => setAt(at - 1);
  useKeys('screen', [{ key: 'F9', label, run: next }, at > 0 && { key: 'Escape', label: t.actions.back, run: back }]);

  return (
    <SetupFrame
      step={step}
      buttons={
        <>
          {at > 0 && (
            <Button variant="default" onClick={back}>
              {t.actions.back}
            </Button>
          )}
          <Button
            ref={onward}
            variant={isDone || isLast ? 'filled' : 'default'}
            onClick={next}
            rightSection={<KeyHint>F9</KeyHint>}
          >
            {label}
          </Button>
        </>
      }
    >
      <ProblemNote problem={problem} />
      {problem === null && !isSignedIn && <Loader size="sm" />}
      {isSignedIn && step === 'data' && <DataStep isDone={hasData} onDone={() => setHasData(true)} />}
      {isSignedIn && step === 'printers' && <PrintersSection />}
      {isSignedIn && step === 'mail' && <MailSection />}
    </SetupFrame>
  );
}
