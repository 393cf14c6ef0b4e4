import { Textarea } from '@mantine/core';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { t } from '../../texts/index.ts';
import { SecretField } from '../../ui/secret-field.tsx';
import type { DestinationForm } from './destination-form.ts';

export type Secrets = Partial<Record<SecretName, string>>;
export type SecretName = keyof WireOutput<'exports.secrets'>;

/** What lets us in there, by the way that is chosen. */
export function secretsFor({ kind, signInWith }: DestinationForm): readonly SecretName[] {
  if (kind === 'https') return ['token'];
  if (kind !== 'sftp') return [];
  return signInWith === 'password' ? ['password'] : ['privateKey', 'passphrase'];
}

interface Props {
  names: readonly SecretName[];
  typed: Secrets;
  kept: WireOutput<'exports.secrets'> | undefined;
  error: (name: SecretName) => string | undefined;
  onType: (secrets: Secrets) => void;
}

/** Typed and never shown again; what is kept is only replaced. */
export function SecretFields({ names, typed, kept, error, onType }: Props) {
  return names.map((name) => {
    const field = {
      label: t.destination.secrets[name],
      placeholder: kept?.[name] ? t.destination.isKept : t.words.optional,
      value: typed[name] ?? '',
      error: error(name),
    };
    return name === 'privateKey' ? (
      <Textarea
        key={name}
        {...field}
        rows={4}
        styles={{ input: { fontFamily: 'monospace' } }}
        onChange={(event) => onType({ ...typed, [name]: event.currentTarget.value })}
      />
    ) : (
      <SecretField
        key={name}
        {...field}
        autoComplete="new-password"
        onChange={(event) => onType({ ...typed, [name]: event.currentTarget.value })}
      />
    );
  });
}

/** Those that were typed, as they are sent. */
export function typedOf(names: readonly SecretName[], typed: Secrets): Secrets {
  return Object.fromEntries(names.flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])));
}
