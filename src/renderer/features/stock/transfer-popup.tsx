import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { beyondFields, detailsOf } from '../../api-problem.ts';
import { useDepots, useEquipment } from '../../data/catalogue.ts';
import { offerScanned } from '../../data/look-up.ts';
import { useCommand } from '../../data/use-command.ts';
import { useScans } from '../../data/use-scans.ts';
import { formatCount } from '../../format.ts';
import { EnterMovesOn } from '../../keys/enter-moves-on.tsx';
import { focusFirstWrong } from '../../keys/focus.ts';
import { t } from '../../texts/index.ts';
import { DateField } from '../../ui/date-field.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Pick } from '../../ui/pick.tsx';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { itemsOf, totalOf, type TransferDirection, type TransferForm, withScanned } from './transfer-form.ts';
import { TransferGrid } from './transfer-grid.tsx';
import { useOwnDepots } from './use-own-depots.ts';

interface Props {
  direction: TransferDirection;
  /** Where this person works. */
  depotId: number | null;
  onClose: () => void;
}

const FIELDS = new Set(['depotId', 'supplierDepotId', 'reference', 'businessDate', 'remarks']);

/** Goods from or to a bottling plant, as its delivery order has them. */
export function TransferPopup({ direction, depotId, onClose }: Props) {
  const [, go] = useLocation();
  const own = useOwnDepots();
  const suppliers = [...useDepots().byId.values()].filter(({ kind, isActive }) => kind === 'SUPPLIER' && isActive);
  const equipment = useEquipment().items.filter(({ isActive }) => isActive);
  const [form, setForm] = useState<TransferForm>({
    depotId,
    supplierDepotId: null,
    reference: '',
    businessDate: '',
    remarks: '',
    counts: {},
  });
  const [isIncomplete, setIncomplete] = useState(false);
  const receive = useCommand('stock.receive');
  const dispatch = useCommand('stock.dispatch');
  const command = direction === 'RECEIVE' ? receive : dispatch;
  const scope = useRef<HTMLDivElement>(null);
  const short = detailsOf(command.problem, 'INSUFFICIENT_STOCK');
  useEffect(() => {
    if (command.problem !== null) focusFirstWrong(scope.current);
  }, [command.problem]);

  const takeCode = useScans(command.isRunning, (found) => {
    if (found.kind === 'equipment') setForm((now) => withScanned(now, direction, found.equipment));
    else offerScanned(found, go);
  });

  const set = (patch: Partial<TransferForm>) => {
    setIncomplete(false);
    setForm((now) => ({ ...now, ...patch }));
  };
  const supplierDepotId = form.supplierDepotId ?? suppliers[0]?.id ?? null;
  const total = totalOf(form.counts);
  const isReceipt = direction === 'RECEIVE';
  const save = async () => {
    if (command.isRunning) return;
    if (form.depotId === null || supplierDepotId === null || total === 0) return setIncomplete(true);
    const done = await command.run({
      depotId: form.depotId,
      supplierDepotId,
      reference: form.reference.trim(),
      ...(form.businessDate && { businessDate: form.businessDate }),
      ...(form.remarks.trim() && { remarks: form.remarks.trim() }),
      items: itemsOf(form.counts),
    });
    if (!done) return;
    const name = own.items.find(({ id }) => id === done.depotId)?.name ?? '';
    toastDone((isReceipt ? t.transfer.received : t.transfer.sent)(formatCount(total), name));
    onClose();
  };

  return (
    <Popup
      title={isReceipt ? t.transfer.receiveTitle : t.transfer.dispatchTitle}
      size="xl"
      onClose={onClose}
      keys={[{ key: 'F9', label: t.actions.save, run: () => void save() }]}
      onScan={takeCode}
    >
      <EnterMovesOn ref={scope} onEnd={() => void save()}>
        <Stack>
          <SimpleGrid cols={2} verticalSpacing="xs">
            <Pick
              label={t.transfer.supplier}
              data={suppliers.map(({ id, name }) => ({ value: id, label: name }))}
              value={supplierDepotId}
              onChange={(id) => set({ supplierDepotId: id })}
              error={suppliers.length === 0 ? t.transfer.noSupplier : command.fieldError('supplierDepotId')}
              data-autofocus
            />
            <TextInput
              label={t.transfer.reference}
              value={form.reference}
              onChange={(event) => set({ reference: event.currentTarget.value })}
              error={command.fieldError('reference')}
            />
            <Pick
              label={t.words.depot}
              data={own.items.map(({ id, name }) => ({ value: id, label: name }))}
              value={form.depotId}
              onChange={(id) => set({ depotId: id })}
              error={command.fieldError('depotId')}
              data-enter-skip
            />
            <Group wrap="nowrap" align="flex-start" gap="md">
              <DateField
                w={130}
                label={t.words.date}
                value={form.businessDate}
                onChange={(businessDate) => set({ businessDate })}
                error={command.fieldError('businessDate')}
                data-enter-skip
              />
              <TextInput
                flex={1}
                label={t.words.remarks}
                placeholder={t.words.optional}
                value={form.remarks}
                onChange={(event) => set({ remarks: event.currentTarget.value })}
                error={command.fieldError('remarks')}
                data-enter-skip
              />
            </Group>
          </SimpleGrid>
          <TransferGrid
            depotId={form.depotId}
            equipment={equipment}
            counts={form.counts}
            short={short}
            onCount={(key, count) => {
              command.clear();
              set({ counts: { ...form.counts, [key]: count } });
            }}
          />
          {isIncomplete && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {t.transfer.nothing}
            </Text>
          )}
          <ProblemNote problem={short ? null : beyondFields(command.problem, (path) => FIELDS.has(path))} />
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {t.words.total}{' '}
              <Text span fw={600} c="var(--mantine-color-text)">
                {formatCount(total)}
              </Text>
            </Text>
            <Group gap="sm">
              <Button variant="default" onClick={onClose}>
                {t.actions.cancel}
              </Button>
              <Button onClick={() => void save()} loading={command.isRunning} rightSection={<KeyHint>F9</KeyHint>}>
                {isReceipt ? t.transfer.receive : t.transfer.dispatch}
              </Button>
            </Group>
          </Group>
        </Stack>
      </EnterMovesOn>
    </Popup>
  );
}
