import { Group, Input, SegmentedControl, TextInput } from '@mantine/core';
import { t } from '../../texts/index.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { textFields } from '../../ui/text-fields.ts';
import type { DestinationForm } from './destination-form.ts';
import { ServerKey } from './server-key.tsx';

type TextKey = 'folder' | 'host' | 'port' | 'user' | 'remoteFolder' | 'to' | 'address';

interface Props {
  form: DestinationForm;
  set: (patch: Partial<DestinationForm>) => void;
  /** By the field of the destination it is about. */
  error: (field: string) => string | undefined;
}

const SIGN_INS = (['password', 'key'] as const).map((value) => ({ value, label: t.destination.ways[value] }));

/** Only the fields of the chosen way. */
export function WayFields({ form, set, error }: Props) {
  const { text, figure } = textFields<TextKey>({
    values: form,
    labels: t.destination.fields,
    error: (key) => error(key === 'remoteFolder' ? 'folder' : key),
    put: (key, value) => set({ [key]: value }),
  });
  const { examples } = t.destination;
  switch (form.kind) {
    case 'none':
      return null;
    case 'folder':
      return <TextInput {...text('folder')} placeholder={examples.folder} />;
    case 'mail':
      return <TextInput {...text('to')} placeholder={examples.to} />;
    case 'https':
      return <TextInput {...text('address')} placeholder={examples.address} />;
    case 'sftp':
      return (
        <>
          <Group align="flex-start" gap="sm" wrap="nowrap">
            <TextInput {...text('host')} placeholder={examples.host} flex={1} />
            <MoneyField {...figure('port')} decimals={0} w={90} />
          </Group>
          <Group align="flex-start" gap="sm" wrap="nowrap">
            <TextInput {...text('user')} flex={1} />
            <TextInput {...text('remoteFolder')} placeholder={examples.remoteFolder} flex={1} />
          </Group>
          <ServerKey
            host={form.host}
            port={form.port}
            hostKey={form.hostKey}
            error={error('hostKey')}
            onChange={(hostKey) => set({ hostKey })}
          />
          <Input.Wrapper label={t.destination.signInWith}>
            <div>
              <SegmentedControl
                size="sm"
                aria-label={t.destination.signInWith}
                data={SIGN_INS}
                value={form.signInWith}
                onChange={(signInWith) => set({ signInWith })}
                data-enter-skip
              />
            </div>
          </Input.Wrapper>
        </>
      );
  }
}
