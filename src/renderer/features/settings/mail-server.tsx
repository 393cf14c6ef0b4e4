import { Alert, Anchor, Group, Input, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useToldCommand } from '../../data/use-told-command.ts';
import { t } from '../../texts/index.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { SecretField } from '../../ui/secret-field.tsx';
import type { textFields } from '../../ui/text-fields.ts';
import { toastDone } from '../../ui/toasts.tsx';
import { type MailText, type Security, withSecurity } from './mail-form.ts';

interface ServerForm {
  security: Security;
  port: string;
  user: string;
}

interface Props {
  form: ServerForm;
  set: (patch: Partial<ServerForm>) => void;
  fields: Pick<ReturnType<typeof textFields<MailText>>, 'text' | 'figure' | 'optionalText'>;
  password: string;
  onPassword: (password: string) => void;
  passwordError: string | undefined;
  hasPassword: boolean;
}

const SECURITIES = (['tls', 'starttls', 'none'] as const).map((value) => ({ value, label: t.mail.securities[value] }));

/** Where the server is and how it is spoken to. A password that is kept is never shown, only replaced or forgotten. */
export function MailServer({ form, set, fields, password, onPassword, passwordError, hasPassword }: Props) {
  const { text, figure, optionalText } = fields;
  const setPassword = useToldCommand('mail.setPassword');
  const forget = async () => {
    if (await setPassword.run({ password: null })) toastDone(t.mail.forgotten);
  };
  const isUnprotected = form.security === 'none' && (hasPassword || password !== '');
  return (
    <Stack gap="sm">
      <Group align="flex-start" wrap="nowrap" gap="sm">
        <TextInput {...text('host')} placeholder="smtp.example.com" flex={1} />
        <MoneyField {...figure('port')} decimals={0} w={90} />
        <Input.Wrapper label={t.mail.security}>
          <div>
            <SegmentedControl
              size="sm"
              aria-label={t.mail.security}
              data={SECURITIES}
              value={form.security}
              onChange={(security) => set(withSecurity(form, security))}
              data-enter-skip
            />
          </div>
        </Input.Wrapper>
      </Group>
      <Group align="flex-start" wrap="nowrap" gap="sm">
        <TextInput {...optionalText('user')} flex={1} />
        <Stack gap={4} flex={1} align="flex-start">
          <SecretField
            w="100%"
            label={t.mail.password}
            placeholder={hasPassword ? t.mail.passwordKept : t.words.optional}
            value={password}
            onChange={(event) => onPassword(event.currentTarget.value)}
            autoComplete="new-password"
            error={passwordError}
          />
          {hasPassword && (
            <Anchor component="button" type="button" size="xs" onClick={() => void forget()}>
              {t.mail.forget}
            </Anchor>
          )}
        </Stack>
      </Group>
      {isUnprotected && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} role="alert">
          <Text size="sm" fw={600}>
            {t.mail.unprotected}
          </Text>
          <Text size="sm">{t.mail.unprotectedHint}</Text>
        </Alert>
      )}
    </Stack>
  );
}
