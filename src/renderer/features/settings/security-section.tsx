import { Checkbox, Stack } from '@mantine/core';
import { t } from '../../texts/index.ts';
import { today } from '../../today.ts';
import { DateField } from '../../ui/date-field.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SectionForm, SectionSkeleton } from './section-form.tsx';
import { makeSettingsForm, type Settings } from './settings-form.ts';

const useSecurityForm = makeSettingsForm({
  section: 'security',
  toForm: ({ security }: Settings) => ({
    idleMinutes: String(security.idleMinutes),
    backdateDays: String(security.backdateDays),
    isLocked: security.lockedUntil !== null,
    lockedUntil: security.lockedUntil ?? '',
  }),
  toInput: ({ idleMinutes, backdateDays, isLocked, lockedUntil }) => ({
    security: {
      idleMinutes: Number(idleMinutes),
      backdateDays: Number(backdateDays),
      lockedUntil: isLocked ? lockedUntil || today() : null,
    },
  }),
});

const ON_FORM = new Set(['security.idleMinutes', 'security.backdateDays', 'security.lockedUntil']);

/** How long a screen stays open, and which days can still be written to. */
export function SecuritySection() {
  const edit = useSecurityForm();
  if (edit === null) return <SectionSkeleton />;
  const { form, set } = edit;
  const words = t.settings.security;
  return (
    <SectionForm
      {...edit}
      isOnForm={(path) => ON_FORM.has(path)}
      onSave={() => void edit.save()}
      onDiscard={edit.discard}
    >
      <Panel p="lg" title={words.locking}>
        <MoneyField
          w={240}
          label={words.idleMinutes}
          decimals={0}
          value={form.idleMinutes}
          onChange={(idleMinutes) => set({ idleMinutes })}
          error={edit.error('security.idleMinutes')}
        />
      </Panel>
      <Panel p="lg" title={words.dates}>
        <Stack gap="md">
          <MoneyField
            w={240}
            label={words.backdateDays}
            decimals={0}
            value={form.backdateDays}
            onChange={(backdateDays) => set({ backdateDays })}
            error={edit.error('security.backdateDays')}
          />
          <Checkbox
            label={words.lock}
            checked={form.isLocked}
            onChange={(event) => set({ isLocked: event.currentTarget.checked })}
            data-enter-skip
          />
          {form.isLocked && (
            <DateField
              w={240}
              label={words.lockedUntil}
              value={form.lockedUntil}
              onChange={(lockedUntil) => set({ lockedUntil })}
              error={edit.error('security.lockedUntil')}
            />
          )}
        </Stack>
      </Panel>
    </SectionForm>
  );
}
