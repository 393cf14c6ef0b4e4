import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ACCOUNTING_KINDS, ACCOUNTING_PROGRAMS } from '../../../shared/contract/accounting.ts';
import { type ApiProblem, problemOf } from '../../api-problem.ts';
import { call } from '../../api.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { t } from '../../texts/index.ts';
import { today } from '../../today.ts';
import { DateField } from '../../ui/date-field.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { toastDone } from '../../ui/toasts.tsx';
import { useReportFilter } from './report-filter.ts';

const words = t.reports.accounting;

/** What the bookkeeper's program imports, of the days of the report or others. */
export function AccountingPopup({ onClose }: { onClose: () => void }) {
  const shown = useReportFilter();
  const [program, setProgram] = useState<(typeof ACCOUNTING_PROGRAMS)[number]>('xero');
  const [kind, setKind] = useState<(typeof ACCOUNTING_KINDS)[number]>('invoices');
  const [from, setFrom] = useState(shown.from);
  const [to, setTo] = useState(shown.to);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const save = async () => {
    if (isSaving) return;
    setSaving(true);
    setProblem(null);
    try {
      const file = await call('reports.accounting', { program, kind, from: from || today(), to: to || today() });
      saveFile(file);
      toastDone(t.reports.saved(file.fileName));
      onClose();
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setSaving(false);
    }
  };
  return (
    <Popup
      title={words.title}
      onClose={onClose}
      keys={[{ key: 'F9', label: words.save, run: () => void save() }]}
      size="lg"
    >
      <EnterMovesOn onEnd={() => void save()}>
        <Stack>
          <SegmentedControl
            aria-label={words.program}
            data={ACCOUNTING_PROGRAMS.map((value) => ({ value, label: words.programs[value] }))}
            value={program}
            onChange={setProgram}
          />
          <SegmentedControl
            aria-label={words.kind}
            data={ACCOUNTING_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
            value={kind}
            onChange={setKind}
          />
          <Group align="flex-start">
            <DateField label={t.reports.from} w={150} value={from} onChange={setFrom} data-autofocus />
            <DateField label={t.reports.to} w={150} value={to} onChange={setTo} />
          </Group>
          <Text size="sm" c="dimmed">
            {words.hint}
          </Text>
          <ProblemNote problem={problem} />
          <Group justify="flex-end">
            <Button onClick={() => void save()} rightSection={<KeyHint>F9</KeyHint>} aria-busy={isSaving}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </EnterMovesOn>
    </Popup>
  );
}
