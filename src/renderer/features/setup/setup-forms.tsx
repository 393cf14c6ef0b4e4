import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FieldError } from '../../../shared/errors.ts';
import { beyondFields } from '../../api-problem.ts';
import { useCommand } from '../../data/use-command.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { focusFirst, focusFirstWrong } from '../../keys/focus.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { AdminFields, CompanyFields, DepotFields } from './setup-fields.tsx';
import { EMPTY_SETUP, FORM_STEPS, type SetupForm, setupInput, stepOf, wrongIn } from './setup-form.ts';
import { SetupFrame } from './setup-frame.tsx';

const NOTHING: FieldError[] = [];
const FIELDS = { company: CompanyFields, depot: DepotFields, admin: AdminFields };

interface Props {
  onCreated: (admin: { username: string; password: string }) => void;
}

/** What a console cannot be without, a page each. Each page is right before the next one comes. */
export function SetupForms({ onCreated }: Props) {
  const [form, setForm] = useState<SetupForm>(EMPTY_SETUP);
  const [at, setAt] = useState(0);
  const [wrong, setWrong] = useState<FieldError[]>([]);
  const create = useCommand('setup.create');
  const step = FORM_STEPS[at] ?? 'company';
  const isLast = at === FORM_STEPS.length - 1;

  const next = async () => {
    if (create.isRunning) return;
    const found = wrongIn(step, form);
    setWrong(found);
    if (found.length > 0) return;
    if (!isLast) return setAt(at + 1);
    const created = await create.run(setupInput(form));
    if (created) onCreated({ username: form['admin.username'].trim(), password: form['admin.password'] });
  };
  const back = () => {
    setWrong([]);
    setAt(at - 1);
  };
  useKeys('screen', [
    { key: 'F9', label: isLast ? t.setup.create : t.setup.next, run: () => void next() },
    at > 0 && { key: 'Escape', label: t.actions.back, run: back },
  ]);
  const errors = wrong.length > 0 ? wrong : (create.problem?.fieldErrors ?? NOTHING);
  const Fields = FIELDS[step];
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
          <Button onClick={() => void next()} loading={create.isRunning} rightSection={<KeyHint>F9</KeyHint>}>
            {isLast ? t.setup.create : t.setup.next}
          </Button>
        </>
      }
    >
      <StepForm key={step} wrong={errors} onEnd={() => void next()}>
        <Fields
          form={form}
          put={(patch) => setForm((now) => ({ ...now, ...patch }))}
          error={(path) => errors.find((each) => each.path === path)?.message}
        />
      </StepForm>
      <ProblemNote problem={beyondFields(create.problem, (path) => stepOf(path) === step)} />
    </SetupFrame>
  );
}

interface StepFormProps {
  wrong: readonly FieldError[];
  onEnd: () => void;
  children: ReactNode;
}

/** Its first field has the focus when it opens, and the first wrong one when something is. */
function StepForm({ wrong, onEnd, children }: StepFormProps) {
  const scope = useRef<HTMLDivElement>(null);
  useEffect(() => focusFirst(scope.current), []);
  useEffect(() => {
    if (wrong.length > 0) focusFirstWrong(scope.current);
  }, [wrong]);
  return (
    <EnterMovesOn ref={scope} onEnd={onEnd}>
      <Panel p="lg">{children}</Panel>
    </EnterMovesOn>
  );
}
