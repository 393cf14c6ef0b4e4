import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type Paper, PAPERS } from '../../../shared/roll-document.ts';
import { useCommand } from '../../data/use-command.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Pick } from '../../ui/pick.tsx';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { type Device, documentsOn, type Documents, rollOf } from './printing-form.ts';
import { TestResult } from './test-result.tsx';

interface Props {
  device: Device;
  documents: Documents;
  onClose: () => void;
}

/** A page that goes the way invoices go, with what becomes of it. */
export function TestPrintPopup({ device, documents, onClose }: Props) {
  const [paper, setPaper] = useState(() => usualPaper(device, documents));
  const test = useCommand('printers.test');
  const [end, setEnd] = useState<Awaited<ReturnType<typeof test.run>>>(null);
  const run = async () => {
    if (test.isRunning) return;
    setEnd(null);
    setEnd(await test.run({ printer: device.name, paper }));
  };
  const papers = device.address.kind === 'escpos' ? [paper] : PAPERS;
  return (
    <Popup
      title={t.printers.testTitle(device.name)}
      onClose={onClose}
      keys={[{ key: 'F9', label: t.printers.printTest, run: () => void run() }]}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t.printers.testHint}
        </Text>
        <Pick
          label={t.printers.paper}
          data={papers.map((value) => ({ value, label: t.printers.papers[value] }))}
          value={paper}
          onChange={(chosen) => setPaper(chosen ?? paper)}
        />
        <TestResult kind="PRINT" target={device.name} isAsking={test.isRunning} end={end} />
        <ProblemNote problem={test.problem} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t.actions.close}
          </Button>
          <Button
            onClick={() => void run()}
            loading={test.isRunning}
            rightSection={<KeyHint>F9</KeyHint>}
            data-autofocus
          >
            {t.printers.printTest}
          </Button>
        </Group>
      </Stack>
    </Popup>
  );
}

/** What lies in it: the till printer's roll, or the paper of the first document that is printed on it. */
function usualPaper({ name, address }: Device, documents: Documents): Paper {
  if (address.kind === 'escpos') return rollOf(address);
  const [first] = documentsOn(documents, name);
  return first === undefined ? 'A4' : documents[first].paper;
}
