import { SegmentedControl, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../data/use-command.ts';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SectionForm, SectionSkeleton } from '../settings/section-form.tsx';
import { destinationOf, useDestinationForm } from './destination-form.ts';
import { DestinationTest } from './destination-test.tsx';
import classes from './office.module.css';
import { SchedulePanel } from './schedule-panel.tsx';
import { SecretFields, type Secrets, secretsFor, typedOf } from './secret-fields.tsx';
import { WayFields } from './way-fields.tsx';

const KINDS = (['none', 'folder', 'sftp', 'mail', 'https'] as const).map((value) => ({
  value,
  label: t.destination.kinds[value],
}));
const ON_FORM =
  /^(export\.(destination\.(folder|host|port|user|hostKey|to|address|kind)|schedule\.(at|day))|password|privateKey|passphrase|token)$/;

/** Where bundles go by themselves, and when. */
export function DestinationView({ tabs }: { tabs: ReactNode }) {
  return (
    <Page isFixed title={t.office.title} note={t.office.note}>
      <div className={classes.view}>
        {tabs}
        <Destination />
      </div>
    </Page>
  );
}

function Destination() {
  const edit = useDestinationForm();
  const { data: kept } = useVerb('exports.secrets', {});
  const setSecrets = useCommand('exports.setSecrets');
  // Never kept anywhere on this side: they go when the screen is left.
  const [typed, type] = useState<Secrets>({});
  if (edit === null) return <SectionSkeleton />;
  const { form, set } = edit;
  const names = secretsFor(form);
  const secrets = typedOf(names, typed);
  const hasSecrets = Object.keys(secrets).length > 0;
  const kindError = edit.error('export.destination.kind');

  const save = async () => {
    if (hasSecrets) {
      if ((await setSecrets.run(secrets)) === null) return;
      type({});
    }
    await edit.save();
  };
  return (
    <SectionForm
      isChanged={edit.isChanged || hasSecrets}
      isRunning={edit.isRunning || setSecrets.isRunning}
      problem={setSecrets.problem ?? edit.problem}
      isOnForm={(path) => ON_FORM.test(path)}
      onSave={() => void save()}
      onDiscard={() => {
        type({});
        edit.discard();
      }}
    >
      <Panel p="lg" title={t.destination.way}>
        <Stack gap="sm">
          <div>
            <SegmentedControl
              size="sm"
              aria-label={t.destination.kind}
              data={KINDS}
              value={form.kind}
              onChange={(kind) => set({ kind })}
              data-enter-skip
            />
          </div>
          <Text size="sm" c={kindError ? 'var(--mantine-color-error)' : 'dimmed'}>
            {kindError ?? t.destination.hints[form.kind]}
          </Text>
          <WayFields form={form} set={set} error={(field) => edit.error(`export.destination.${field}`)} />
          <SecretFields names={names} typed={typed} kept={kept} error={setSecrets.fieldError} onType={type} />
          {form.kind !== 'none' && (
            <DestinationTest
              key={JSON.stringify(destinationOf(form))}
              question={{ destination: destinationOf(form), ...(hasSecrets ? { secrets } : {}) }}
            />
          )}
        </Stack>
      </Panel>
      <SchedulePanel
        form={form}
        set={set}
        error={(field) => edit.error(`export.schedule.${field}`)}
        isChanged={edit.isChanged}
      />
    </SectionForm>
  );
}
