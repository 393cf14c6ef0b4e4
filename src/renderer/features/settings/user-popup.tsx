import { Checkbox, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { ROLES } from '../../../shared/roles.ts';
import { useDepots } from '../../data/catalogue.ts';
import { useCommand } from '../../data/use-command.ts';
import { t } from '../../texts/index.ts';
import { Pick } from '../../ui/pick.tsx';
import { SecretField } from '../../ui/secret-field.tsx';
import { orNull, textFields } from '../../ui/text-fields.ts';
import { toastDone } from '../../ui/toasts.tsx';
import type { RecordForm } from './record-list.tsx';
import { RecordPopup } from './record-popup.tsx';

type User = WireOutput<'users.get'>;
type TextKey = 'username' | 'fullName' | 'employeeId' | 'vehicleNo' | 'password' | 'pin';

const ON_FORM = new Set(['username', 'fullName', 'employeeId', 'vehicleNo', 'password', 'pin', 'role', 'depotId']);
const ROLE_CHOICES = ROLES.map((value) => ({ value, label: t.roles[value] }));

function userForm(user: User | null) {
  return {
    username: user?.username ?? '',
    fullName: user?.fullName ?? '',
    employeeId: user?.employeeId ?? '',
    role: user?.role ?? ('COUNTER' as const),
    depotId: user?.depotId ?? null,
    vehicleNo: user?.vehicleNo ?? '',
    password: '',
    pin: '',
    removesPin: false,
    isActive: user?.isActive ?? true,
  };
}
type UserForm = ReturnType<typeof userForm>;

function fieldsOf({ username, fullName, employeeId, role, depotId, vehicleNo }: UserForm) {
  return { username, fullName, employeeId, role, depotId, vehicleNo: role === 'DRIVER' ? orNull(vehicleNo) : null };
}

function secretsOf({ password, pin }: UserForm) {
  return { password, ...(pin === '' ? {} : { pin }) };
}

/** Only what differs: a role that is set anew ends the person's sessions. */
function changed(before: User, fields: ReturnType<typeof fieldsOf>) {
  const entries = Object.entries(fields).filter(([key, value]) => before[key as keyof typeof fields] !== value);
  return Object.fromEntries(entries);
}

/** One person: who, what for, and the secrets, which are only ever written. */
export function UserPopup({ record: user, onClose }: RecordForm<User>) {
  const [form, setForm] = useState(() => userForm(user));
  const depots = useDepots();
  const create = useCommand('users.create');
  const update = useCommand('users.update');
  const deactivate = useCommand('users.deactivate');
  const command = user ? update : create;
  const set = (patch: Partial<typeof form>) => setForm((now) => ({ ...now, ...patch }));
  const { text, optionalText } = textFields<TextKey>({
    values: form,
    labels: t.users.fields,
    error: command.fieldError,
    put: (key, value) => set({ [key]: value }),
  });
  const isDriver = form.role === 'DRIVER';

  const save = async () => {
    const saved = user ? await change(user) : await create.run({ ...fieldsOf(form), ...secretsOf(form) });
    if (!saved) return;
    toastDone(t.users.saved(saved.fullName));
    onClose();
  };
  const change = async (before: User) => {
    const { password, ...pin } = secretsOf(form);
    const patch = {
      ...changed(before, fieldsOf(form)),
      ...(password === '' ? {} : { password }),
      ...(form.removesPin ? { pin: null } : pin),
      ...(form.isActive && !before.isActive ? { isActive: true } : {}),
    };
    const saved = Object.keys(patch).length === 0 ? before : await update.run({ id: before.id, ...patch });
    // Taking access away has rules of its own: not one's own, not the last administrator's.
    return saved && before.isActive && !form.isActive ? deactivate.run({ id: before.id }) : saved;
  };

  return (
    <RecordPopup
      title={user ? user.fullName : t.users.add}
      size="lg"
      onSave={() => void save()}
      onClose={onClose}
      isRunning={command.isRunning || deactivate.isRunning}
      problem={command.problem ?? deactivate.problem}
      isOnForm={(path) => ON_FORM.has(path)}
      aside={
        user && (
          <Checkbox
            label={t.settings.isActive}
            checked={form.isActive}
            onChange={(event) => set({ isActive: event.currentTarget.checked })}
            data-enter-skip
          />
        )
      }
    >
      <SimpleGrid cols={2} verticalSpacing="sm">
        <TextInput {...text('fullName')} data-autofocus />
        <TextInput {...text('employeeId')} />
        <TextInput {...text('username')} />
        <Pick
          label={t.users.role}
          data={ROLE_CHOICES}
          value={form.role}
          onChange={(role) => set({ role: role ?? form.role })}
          error={command.fieldError('role')}
        />
        <Pick
          label={t.users.depot}
          data={[
            { value: 0, label: t.users.noDepot },
            ...depots.own.map((depot) => ({ value: depot.id, label: depot.name })),
          ]}
          value={form.depotId ?? 0}
          onChange={(depotId) => set({ depotId: depotId === 0 ? null : depotId })}
          error={command.fieldError('depotId')}
        />
        {isDriver ? <TextInput {...optionalText('vehicleNo')} /> : <span />}
        <SecretField
          {...text('password')}
          label={user ? t.users.newPassword : t.users.fields.password}
          description={user ? t.users.keepPassword : t.session.newPasswordHint}
          autoComplete="new-password"
        />
        <SecretField
          {...text('pin')}
          label={`${user?.hasPin === true ? t.users.newPin : t.users.fields.pin} (${t.words.optional})`}
          description={t.session.pinHint}
          inputMode="numeric"
          autoComplete="off"
          disabled={form.removesPin}
        />
      </SimpleGrid>
      {user?.hasPin === true && (
        <Checkbox
          label={t.users.removePin}
          checked={form.removesPin}
          onChange={(event) => set({ removesPin: event.currentTarget.checked })}
          data-enter-skip
        />
      )}
    </RecordPopup>
  );
}
