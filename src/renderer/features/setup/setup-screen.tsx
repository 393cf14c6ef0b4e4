import { Button, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { beyondFields } from '../../api-problem.ts';
import { useCommand } from '../../data/use-command.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { focusFirstWrong } from '../../keys/focus.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { startSession } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Pick } from '../../ui/pick.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { EMPTY_SETUP, type SetupForm, setupInput } from './setup-form.ts';
import { SetupImport } from './setup-import.tsx';
import classes from './setup.module.css';
import { SecretField } from '../../ui/secret-field.tsx';

const PAYNOW_KINDS = (['UEN', 'MOBILE'] as const).map((value) => ({ value, label: t.setup.paynowKinds[value] }));

/** First run: company, depot, administrator on one page; then the lists, if there are any to bring in. */
export function SetupScreen() {
  const [form, setForm] = useState<SetupForm>(EMPTY_SETUP);
  const [isCreated, setCreated] = useState(false);
  const create = useCommand('setup.create');
  const scope = useRef<HTMLDivElement>(null);

  const save = async () => {
    if (create.isRunning) return;
    if (!(await create.run(setupInput(form)))) return;
    setCreated(true);
  };
  useKeys('screen', [{ key: 'F9', label: t.setup.create, run: () => void save() }]);
  useEffect(() => {
    if (create.problem !== null) focusFirstWrong(scope.current);
  }, [create.problem]);

  if (isCreated) {
    const { 'admin.username': username, 'admin.password': password } = form;
    return <SetupImport username={username} password={password} onDone={() => void startSession()} />;
  }

  const field = (path: keyof SetupForm) => ({
    value: form[path],
    error: create.fieldError(path),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((now) => ({ ...now, [path]: value }));
    },
  });

  return (
    <main className={classes.screen}>
      <EnterMovesOn ref={scope} className={classes.sheet} onEnd={() => void save()}>
        <div>
          <Title order={1}>{t.setup.title}</Title>
          <Text size="sm" c="dimmed">
            {t.setup.hint}
          </Text>
        </div>
        <Section title={t.setup.company} hint={t.setup.companyHint}>
          <TextInput label={t.setup.name} {...field('company.name')} autoFocus />
          <TextInput label={t.setup.address} {...field('company.address')} />
          <TextInput label={t.setup.postalCode} {...field('company.postalCode')} inputMode="numeric" maxLength={6} />
          <TextInput label={t.setup.gstNumber} {...field('company.gstNumber')} placeholder={t.setup.gstHint} />
          <TextInput label={t.setup.uen} placeholder={t.words.optional} {...field('company.uen')} />
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <Pick
              w={150}
              label={t.setup.paynowKind}
              data={PAYNOW_KINDS}
              value={form['company.paynow.kind']}
              onChange={(kind) => setForm((now) => ({ ...now, 'company.paynow.kind': kind ?? 'UEN' }))}
              data-enter-skip
            />
            <TextInput
              flex={1}
              label={t.setup.paynowValue}
              placeholder={t.words.optional}
              {...field('company.paynow.value')}
            />
          </Group>
        </Section>
        <Section title={t.setup.depot} hint={t.setup.depotHint}>
          <TextInput label={t.setup.siteCode} placeholder="KB1" {...field('siteCode')} maxLength={8} />
          <TextInput label={t.setup.depotCode} {...field('depot.code')} maxLength={20} />
          <TextInput label={t.setup.depotName} {...field('depot.name')} />
          <TextInput label={t.setup.address} placeholder={t.words.optional} {...field('depot.address')} />
        </Section>
        <Section title={t.setup.admin} hint={t.setup.adminHint}>
          <TextInput label={t.setup.fullName} {...field('admin.fullName')} />
          <TextInput label={t.setup.employeeId} {...field('admin.employeeId')} />
          <TextInput label={t.session.username} {...field('admin.username')} autoComplete="username" />
          <SecretField
            label={t.session.password}
            {...field('admin.password')}
            placeholder={t.session.newPasswordHint}
            autoComplete="new-password"
          />
          <SecretField
            label={`${t.approval.pin} (${t.words.optional})`}
            {...field('admin.pin')}
            placeholder={t.session.pinHint}
            inputMode="numeric"
            autoComplete="off"
          />
        </Section>
        <ProblemNote problem={beyondFields(create.problem, (path) => path in form)} />
        <Group justify="flex-end">
          <Button onClick={() => void save()} loading={create.isRunning} rightSection="F9">
            {t.setup.create}
          </Button>
        </Group>
      </EnterMovesOn>
    </main>
  );
}

function Section({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <Panel p="lg">
      <div className={classes.section}>
        <Stack gap={2}>
          <Title order={2} fz="md">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        </Stack>
        <SimpleGrid cols={2} verticalSpacing="sm">
          {children}
        </SimpleGrid>
      </div>
    </Panel>
  );
}
