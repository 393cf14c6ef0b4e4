import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { t } from '../texts/index.ts';

/** Mantine's password field does not tell assistive technology, or our search for what is wrong, that it is wrong. */
export function SecretField(props: PasswordInputProps) {
  return (
    <PasswordInput
      {...props}
      aria-invalid={Boolean(props.error) || undefined}
      visibilityToggleButtonProps={{ 'aria-label': t.session.showSecret }}
    />
  );
}
