import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDefaultDepot } from '../../data/use-default-depot.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { CountPopup } from './count-popup.tsx';
import { DamagedPopup } from './damaged-popup.tsx';
import { TransferPopup } from './transfer-popup.tsx';

type Open = 'receive' | 'dispatch' | 'count' | 'damaged';

/** What is done to a depot's stock other than selling it and loading trucks. */
export function DepotActions() {
  const [open, setOpen] = useState<Open | null>(null);
  const depotId = useDefaultDepot()?.id ?? null;
  const mayMove = useMay('stock.receive');
  useKeys('screen', [mayMove && { key: 'F6', label: t.transfer.receiveTitle, run: () => setOpen('receive') }]);
  if (!mayMove) return null;
  const close = () => setOpen(null);
  return (
    <>
      <Button variant="default" onClick={() => setOpen('damaged')}>
        {t.damaged.action}
      </Button>
      <Button variant="default" onClick={() => setOpen('count')}>
        {t.stocktake.action}
      </Button>
      <Button variant="default" onClick={() => setOpen('dispatch')}>
        {t.transfer.dispatch}
      </Button>
      <Button onClick={() => setOpen('receive')} rightSection={<KeyHint>F6</KeyHint>}>
        {t.transfer.receive}
      </Button>
      {open === 'receive' && <TransferPopup direction="RECEIVE" depotId={depotId} onClose={close} />}
      {open === 'dispatch' && <TransferPopup direction="DISPATCH" depotId={depotId} onClose={close} />}
      {open === 'count' && <CountPopup depotId={depotId} onClose={close} />}
      {open === 'damaged' && <DamagedPopup depotId={depotId} onClose={close} />}
    </>
  );
}
