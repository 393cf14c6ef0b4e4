import { Button, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { MAIL_PLACEHOLDERS, MAILED_DOCUMENTS } from '../../../shared/contract/mailing.ts';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import type { MailedDocument } from './mail-form.ts';
import classes from './settings.module.css';

interface Template {
  subject: string;
  body: string;
}

interface Props {
  templates: Record<MailedDocument, Template>;
  onChange: (templates: Record<MailedDocument, Template>) => void;
  error: (document: MailedDocument, field: keyof Template) => string | undefined;
}

const DOCUMENTS = MAILED_DOCUMENTS.map((value) => ({ value, label: t.mail.documents[value] }));
const TYPING_MS = 300;

/** Subject and text with their placeholders, and beside them the letter as a customer gets it. */
export function MailWording({ templates, onChange, error }: Props) {
  const [document, setDocument] = useState<MailedDocument>('invoice');
  const template = templates[document];
  const set = (patch: Partial<Template>) => onChange({ ...templates, [document]: { ...template, ...patch } });
  const subject = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<'subject' | 'body'>('body');
  const insert = (name: string) => {
    const field = last.current === 'subject' ? subject.current : body.current;
    if (!field) return;
    const { selectionStart, selectionEnd, value } = field;
    const from = selectionStart ?? value.length;
    const written = `{${name}}`;
    set({ [last.current]: value.slice(0, from) + written + value.slice(selectionEnd ?? from) });
    field.focus();
    // Once the new text stands in the field.
    requestAnimationFrame(() => field.setSelectionRange(from + written.length, from + written.length));
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <SegmentedControl
          size="xs"
          aria-label={t.mail.wording}
          data={DOCUMENTS}
          value={document}
          onChange={setDocument}
          data-enter-skip
        />
        <Group gap={4} role="group" aria-label={t.mail.placeholders}>
          {MAIL_PLACEHOLDERS.map((name) => (
            <Button key={name} size="compact-xs" variant="default" title={`{${name}}`} onClick={() => insert(name)}>
              {t.mail.placeholder[name]}
            </Button>
          ))}
        </Group>
      </Group>
      <div className={classes.wording}>
        <Stack gap="sm">
          <TextInput
            ref={subject}
            label={t.mail.subject}
            value={template.subject}
            onChange={(event) => set({ subject: event.currentTarget.value })}
            onFocus={() => {
              last.current = 'subject';
            }}
            error={error(document, 'subject')}
          />
          <Textarea
            ref={body}
            label={t.mail.body}
            minRows={9}
            maxRows={16}
            value={template.body}
            onChange={(event) => set({ body: event.currentTarget.value })}
            onFocus={() => {
              last.current = 'body';
            }}
            error={error(document, 'body')}
          />
        </Stack>
        <Preview document={document} template={template} />
      </div>
    </Stack>
  );
}

function Preview({ document, template }: { document: MailedDocument; template: Template }) {
  const [asked] = useDebouncedValue({ document, ...template }, TYPING_MS);
  // While nothing stands there, there is nothing to show.
  const isWhole = asked.subject.trim() !== '' && asked.body.trim() !== '';
  const { data } = useVerb('mail.preview', isWhole ? asked : null, { keep: true });
  return (
    <section aria-label={t.mail.preview}>
      <Text size="sm" fw={500} mb={3}>
        {t.mail.preview}
      </Text>
      <div className={classes.letter}>
        <Text size="sm" fw={600} mb="xs">
          {data?.subject}
        </Text>
        <Text size="sm">{data?.body}</Text>
      </div>
      {data?.unknown.map((word) => (
        <Text key={word} size="sm" c="var(--mantine-color-error)" mt={4} role="alert">
          {t.mail.unknown(word)}
        </Text>
      ))}
    </section>
  );
}
