import { t } from '../texts/index.ts';

interface Parts<Key extends string> {
  /** The form, or the part of it that is texts. */
  values: Readonly<Record<Key, string>>;
  labels: Readonly<Record<Key, string>>;
  error: (key: Key) => string | undefined;
  put: (key: Key, value: string) => void;
}

type Typed = { currentTarget: { value: string } };

/** What a form's text inputs have in common: `<TextInput {...text('name')} />`, `<MoneyField {...figure('price')} />`. */
export function textFields<Key extends string>({ values, labels, error, put }: Parts<Key>) {
  const shared = (key: Key) => ({ label: labels[key], value: values[key], error: error(key) });
  const optional = { placeholder: t.words.optional };
  const text = (key: Key) => ({ ...shared(key), onChange: (event: Typed) => put(key, event.currentTarget.value) });
  const figure = (key: Key) => ({ ...shared(key), onChange: (value: string) => put(key, value) });
  return {
    text,
    figure,
    optionalText: (key: Key) => ({ ...text(key), ...optional }),
    optionalFigure: (key: Key) => ({ ...figure(key), ...optional }),
  };
}

/** An empty field means that there is none. */
export function orNull(text: string): string | null {
  return text.trim() || null;
}

/** `''` is none; what is no number is the host's to refuse, next to the field. */
export function countOrNull(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
