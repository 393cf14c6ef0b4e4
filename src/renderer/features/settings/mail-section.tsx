import { Checkbox, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../data/use-command.ts';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { textFields } from '../../ui/text-fields.ts';
import { type MailText, useMailForm } from './mail-form.ts';
import { MailServer } from './mail-server.tsx';
import { MailTest } from './mail-test.tsx';
import { MailWording } from './mail-wording.tsx';
import { SectionForm, SectionSkeleton } from './section-form.tsx';

const ON_FORM =
  /^(mail\.(host|port|security|user|fromName|fromAddress|replyTo|archiveTo|templates\.\w+\.(subject|body))|password)$/;

/** How invoices leave by mail, and what the letter says. */
export function MailSection() {
  const edit = useMailForm();
  const { data: status } = useVerb('mail.status', {});
  const setPassword = useCommand('mail.setPassword');
  // Never kept anywhere on this side: it goes when the section is left.
  const [password, typePassword] = useState('');
  if (edit === null) return <SectionSkeleton />;
  const { form, set } = edit;
  const { text, optionalText, figure } = textFields<MailText>({
    values: form,
    labels: t.mail.fields,
    error: (key) => edit.error(`mail.${key}`),
    put: (key, value) => set({ [key]: value }),
  });
  const isChanged = edit.isChanged || password !== '';

  const save = async (): Promise<boolean> => {
    if (password !== '' && !(await setPassword.run({ password }))) return false;
    typePassword('');
    return edit.save();
  };

  return (
    <SectionForm
      isChanged={isChanged}
      isRunning={edit.isRunning || setPassword.isRunning}
      problem={setPassword.problem ?? edit.problem}
      isOnForm={(path) => ON_FORM.test(path)}
      onSave={() => void save()}
      onDiscard={() => {
        typePassword('');
        edit.discard();
      }}
    >
      <Panel
        p="lg"
        title={t.mail.server}
        aside={
          <Switch
            label={t.mail.isEnabled}
            checked={form.isEnabled}
            onChange={(event) => set({ isEnabled: event.currentTarget.checked })}
            data-enter-skip
          />
        }
      >
        <MailServer
          form={form}
          set={set}
          fields={{ text, figure, optionalText }}
          password={password}
          onPassword={typePassword}
          passwordError={setPassword.fieldError('password')}
          hasPassword={status?.hasPassword ?? false}
        />
      </Panel>
      <Panel p="lg" title={t.mail.sender}>
        <Stack>
          <SimpleGrid cols={2} verticalSpacing="sm">
            <TextInput {...text('fromName')} />
            <TextInput {...text('fromAddress')} />
            <TextInput {...optionalText('replyTo')} />
            <TextInput {...optionalText('archiveTo')} title={t.mail.archiveHint} />
          </SimpleGrid>
          <Checkbox
            label={t.mail.automatic}
            checked={form.automatic}
            onChange={(event) => set({ automatic: event.currentTarget.checked })}
            data-enter-skip
          />
          {!form.isEnabled && (
            <Text size="sm" c="dimmed">
              {t.mail.isEnabledHint}
            </Text>
          )}
        </Stack>
      </Panel>
      <Panel p="lg" title={t.mail.wording}>
        <MailWording
          templates={form.templates}
          onChange={(templates) => set({ templates })}
          error={(document, field) => edit.error(`mail.templates.${document}.${field}`)}
        />
      </Panel>
      <Panel p="lg" title={t.mail.test}>
        <MailTest
          usual={form.fromAddress}
          save={isChanged ? save : null}
          isReady={form.isEnabled && form.host !== '' && form.fromAddress !== ''}
        />
      </Panel>
    </SectionForm>
  );
}
