import { Button, Group } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { PrintPopup } from '../delivery/print-popup.tsx';
import { savePdf } from '../delivery/save-pdf.ts';
import { usePrint } from '../delivery/use-delivery.ts';
import { LastWork } from '../jobs/last-work.tsx';
import type { Slip } from './slip-draft.ts';

/** A slip on paper or as PDF, and what became of it on paper. */
export function SlipPapers({ slip }: { slip: Slip }) {
  const mayPrint = useMay('distributions.print');
  const { print, isRunning } = usePrint('distributions.print');
  const [isAsking, setAsking] = useState(false);
  const save = () => void savePdf('distributions.pdf', slip.id);
  useKeys('screen', [
    mayPrint && { key: 'P', label: t.delivery.print, run: () => void print(slip) },
    mayPrint && { key: 'Ctrl+P', label: t.delivery.printOther, run: () => setAsking(true) },
    { key: 'D', label: t.delivery.pdf, run: save },
  ]);
  return (
    <>
      <Group gap={6}>
        {mayPrint && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPrinter size={16} />}
            rightSection={<KeyHint>P</KeyHint>}
            loading={isRunning}
            onClick={() => void print(slip)}
          >
            {t.delivery.print}
          </Button>
        )}
        {mayPrint && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            rightSection={<KeyHint>Ctrl+P</KeyHint>}
            onClick={() => setAsking(true)}
          >
            {t.delivery.printOther}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={16} />}
          rightSection={<KeyHint>D</KeyHint>}
          onClick={save}
        >
          {t.delivery.pdf}
        </Button>
      </Group>
      <LastWork number={slip.number} />
      {isAsking && <PrintPopup verb="distributions.print" paper={slip} onClose={() => setAsking(false)} />}
    </>
  );
}
