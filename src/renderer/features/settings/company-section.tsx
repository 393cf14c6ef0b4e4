import { Group, SimpleGrid, Text, TextInput } from '@mantine/core';
import { t } from '../../texts/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { Pick } from '../../ui/pick.tsx';
import { orNull, textFields } from '../../ui/text-fields.ts';
import { SectionForm, SectionSkeleton } from './section-form.tsx';
import { makeSettingsForm, type Settings } from './settings-form.ts';

const PATHS = {
  name: 'company.name',
  address: 'company.address',
  postalCode: 'company.postalCode',
  uen: 'company.uen',
  gstNumber: 'company.gstNumber',
  paynowValue: 'company.paynow.value',
} as const;
type TextKey = keyof typeof PATHS;

const ON_FORM: ReadonlySet<string> = new Set(Object.values(PATHS));
const PAYNOW_KINDS = (['UEN', 'MOBILE'] as const).map((value) => ({ value, label: t.setup.paynowKinds[value] }));

const useCompanyForm = makeSettingsForm({
  section: 'company',
  toForm: ({ company }: Settings) => ({
    name: company.name,
    address: company.address,
    postalCode: company.postalCode,
    uen: company.uen ?? '',
    gstNumber: company.gstNumber ?? '',
    paynowKind: company.paynow?.kind ?? 'UEN',
    paynowValue: company.paynow?.value ?? '',
  }),
  toInput: (form) => ({
    company: {
      name: form.name,
      address: form.address,
      postalCode: form.postalCode,
      uen: orNull(form.uen),
      gstNumber: orNull(form.gstNumber),
      paynow: form.paynowValue.trim() === '' ? null : { kind: form.paynowKind, value: form.paynowValue },
    },
  }),
});

/** Who issues the invoices. */
export function CompanySection() {
  const edit = useCompanyForm();
  if (edit === null) return <SectionSkeleton />;
  const { form, set, settings } = edit;
  const { text, optionalText } = textFields<TextKey>({
    values: form,
    labels: t.settings.company.fields,
    error: (key) => edit.error(PATHS[key]),
    put: (key, value) => set({ [key]: value }),
  });
  return (
    <SectionForm
      {...edit}
      isOnForm={(path) => ON_FORM.has(path)}
      onSave={() => void edit.save()}
      onDiscard={edit.discard}
    >
      <Panel p="lg" title={t.settings.company.title}>
        <Text size="sm" c="dimmed" mb="md">
          {t.settings.company.hint}
        </Text>
        <SimpleGrid cols={2} verticalSpacing="sm">
          <TextInput {...text('name')} />
          <TextInput {...optionalText('gstNumber')} />
          <TextInput {...text('address')} />
          <TextInput {...optionalText('uen')} />
          <TextInput {...text('postalCode')} inputMode="numeric" maxLength={6} />
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <Pick
              w={150}
              label={t.setup.paynowKind}
              data={PAYNOW_KINDS}
              value={form.paynowKind}
              onChange={(kind) => set({ paynowKind: kind ?? 'UEN' })}
            />
            <TextInput {...optionalText('paynowValue')} flex={1} />
          </Group>
        </SimpleGrid>
        <Text size="sm" c="dimmed" mt="md">
          {`${t.settings.company.siteCode}: `}
          <strong>{settings.company.siteCode}</strong>
          {` · ${t.settings.company.siteCodeHint}`}
        </Text>
      </Panel>
    </SectionForm>
  );
}
