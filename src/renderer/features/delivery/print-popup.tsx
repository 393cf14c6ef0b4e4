import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useVerb } from '../../data/use-verb.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { Pick } from '../../ui/pick.tsx';
import { Popup } from '../../ui/popup.tsx';
import { type Paper, type PrintVerb, usePrint } from './use-delivery.ts';

interface Props {
  verb: PrintVerb;
  paper: Paper;
  onClose: () => void;
}

/** Stands for the printer of the settings. */
const OWN = '';

/** Another printer than usual, or more copies. */
export function PrintPopup({ verb, paper, onClose }: Props) {
  const { data: settings } = useVerb('settings.get', {});
  const [printer, setPrinter] = useState(OWN);
  const [copies, setCopies] = useState('1');
  const { print, isRunning } = usePrint(verb);
  const devices = settings?.printers.devices ?? [];
  const run = async () => {
    if (isRunning) return;
    const wish = { ...(printer === OWN ? {} : { printer }), copies: Number(copies) || 1 };
    if (await print(paper, wish)) onClose();
  };
  return (
    <Popup
      title={t.delivery.printTitle(paper.number)}
      size="sm"
      onClose={onClose}
      keys={[{ key: 'F9', label: t.delivery.print, run: () => void run() }]}
    >
      <EnterMovesOn onEnd={() => void run()}>
        <Stack>
          <Pick
            label={t.delivery.printer}
            data={[
              { value: OWN, label: t.delivery.ownPrinter },
              ...devices.map(({ name }) => ({ value: name, label: name })),
            ]}
            value={printer}
            onChange={(chosen) => setPrinter(chosen ?? OWN)}
          />
          {settings && devices.length === 0 && (
            <Text size="sm" c="dimmed">
              {t.delivery.noPrinters}
            </Text>
          )}
          <MoneyField
            label={t.delivery.copies}
            decimals={0}
            maxLength={1}
            value={copies}
            onChange={setCopies}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button onClick={() => void run()} loading={isRunning} rightSection={<KeyHint>F9</KeyHint>}>
              {t.delivery.print}
            </Button>
          </Group>
        </Stack>
      </EnterMovesOn>
    </Popup>
  );
}
