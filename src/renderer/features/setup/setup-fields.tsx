import { Group, SimpleGrid, TextInput } from '@mantine/core';
import { t } from '../../texts/index.ts';
import { Pick } from '../../ui/pick.tsx';
import { SecretField } from '../../ui/secret-field.tsx';
import type { SetupField, SetupForm } from './setup-form.ts';

interface Props {
  form: SetupForm;
  put: (patch: Partial<SetupForm>) => void;
  error: (path: SetupField) => string | undefined;
}

const PAYNOW_KINDS = (['UEN', 'MOBILE'] as const).map((value) => ({ value, label: t.setup.paynowKinds[value] }));

function inputs({ form, put, error }: Props) {
  return (path: Exclude<SetupField, 'company.paynow.kind'>) => ({
    value: form[path],
    error: error(path),
    onChange: (event: { currentTarget: { value: string } }) => put({ [path]: event.currentTarget.value }),
  });
}

export function CompanyFields(props: Props) {
  const field = inputs(props);
  return (
    <SimpleGrid cols={2} verticalSpacing="sm">
      <TextInput label={t.setup.name} {...field('company.name')} />
      <TextInput label={t.setup.address} {...field('company.address')} />
      <TextInput label={t.setup.postalCode} {...field('company.postalCode')} inputMode="numeric" maxLength={6} />
      <TextInput label={t.setup.gstNumber} {...field('company.gstNumber')} placeholder={t.setup.gstHint} />
      <TextInput label={t.setup.uen} placeholder={t.words.optional} {...field('company.uen')} />
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Pick
          w={150}
          label={t.setup.paynowKind}
          data={PAYNOW_KINDS}
          value={props.form['company.paynow.kind']}
          onChange={(kind) => props.put({ 'company.paynow.kind': kind ?? 'UEN' })}
          data-enter-skip
        />
        <TextInput
          flex={1}
          label={t.setup.paynowValue}
          placeholder={t.words.optional}
          {...field('company.paynow.value')}
        />
      </Group>
    </SimpleGrid>
  );
}

export function DepotFields(props: Props) {
  const field = inputs(props);
  return (
    <SimpleGrid cols={2} verticalSpacing="sm">
      <TextInput label={t.setup.siteCode} placeholder="KB1" {...field('siteCode')} maxLength={8} />
      <TextInput label={t.setup.depotCode} {...field('depot.code')} maxLength={20} />
      <TextInput label={t.setup.depotName} {...field('depot.name')} />
      <TextInput label={t.setup.address} placeholder={t.words.optional} {...field('depot.address')} />
    </SimpleGrid>
  );
}

export function AdminFields(props: Props) {
  const field = inputs(props);
  return (
    <SimpleGrid cols={2} verticalSpacing="sm">
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
    </SimpleGrid>
  );
}
