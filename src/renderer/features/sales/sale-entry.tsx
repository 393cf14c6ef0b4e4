import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { useEquipment } from '../../data/catalogue.ts';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { AddLine } from './add-line.tsx';
import { CustomerSearch } from './customer-search.tsx';
import { CylinderGrid } from './cylinder-grid.tsx';
import { liveShortages } from './live-shortages.ts';
import { MeterBlock } from './meter-block.tsx';
import { OtherLines } from './other-lines.tsx';
import { hasOtherPrice, withCustomer } from './sale-draft.ts';
import { SaleDetails, SourcePick, useSourceName } from './sale-details.tsx';
import classes from './sale.module.css';
import { type Counts, usualSize } from './swap.ts';
import type { Sale } from './use-sale.ts';

/** What was not typed and counts all the same. */
function EntryNotes({ counts, scanned }: { counts: Counts; scanned: string | null }) {
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap" role="status">
      {counts.assumed.size > 0 && (
        <Text size="xs" c="dimmed" mt={6} flex="none">
          {t.sale.assumed}
        </Text>
      )}
      {scanned !== null && (
        <Text size="xs" c="dimmed" mt={6} ml="auto" truncate>
          {t.scans.last(scanned)}
        </Text>
      )}
    </Group>
  );
}

interface Props {
  sale: Sale;
  searchRef: Ref<HTMLInputElement>;
  /** What a scanner read last. */
  scanned: string | null;
  onAskSupervisor: () => void;
}

/** What is sold: customer, meter, cylinders, the rest. */
export function SaleEntry({ sale, searchRef, scanned, onAskSupervisor }: Props) {
  const { draft, change, quote, source, counts, onSite } = sale;
  const { items } = useEquipment();
  const cylinders = items.filter((item) => item.equipmentType === 'CYLINDER' && item.isActive);
  const id = draft.customer?.id;
  const { data: customer } = useVerb('customers.get', id === undefined ? null : { id });
  const { data: stock } = useVerb('inventories.list', source && { entity: source.kind, entityId: source.id });
  const full = stock ? new Map(stock.items.map((item) => [item.equipmentId, item.full])) : null;
  const place = useSourceName(source);
  const live = liveShortages(draft, counts, cylinders, { place, full, onSite });
  const problems = { ...sale.problems, lines: new Map([...live, ...sale.problems.lines]) };
  const isTruckShort =
    source?.kind === 'truck' &&
    (problems.isTruckShort ||
      draft.confirmTruckShort ||
      [...live.values()].some(({ action }) => action === 'DELIVER' || action === null));
  const error = (path: string) => problems.fields.get(path);

  return (
    <div className={classes.entry}>
      <Group gap="md" align="flex-start">
        <CustomerSearch
          ref={searchRef}
          customer={draft.customer}
          error={error('customerId')}
          onChoose={(chosen) => change(withCustomer(chosen))}
        />
        <SourcePick source={source} error={error} onChange={change} />
      </Group>
      {draft.customer?.isMeterInstalled && (
        <MeterBlock draft={draft} customer={customer} quote={quote} problem={problems.meter} onChange={change} />
      )}
      <Panel p="sm">
        <CylinderGrid
          draft={draft}
          counts={counts}
          cylinders={cylinders}
          usual={usualSize(
            cylinders.map((item) => item.id),
            onSite,
          )}
          customer={customer}
          businessDate={sale.businessDate}
          available={full}
          amounts={sale.amounts}
          problems={problems}
          onChange={change}
        />
        <EntryNotes counts={counts} scanned={scanned} />
        {isTruckShort && (
          <Checkbox
            size="sm"
            mt="xs"
            label={t.sale.truckHasThem}
            checked={draft.confirmTruckShort}
            onChange={(event) => change({ confirmTruckShort: event.currentTarget.checked })}
          />
        )}
        {problems.isBeyondSite && (
          <Button size="compact-sm" variant="light" mt="xs" onClick={onAskSupervisor}>
            {t.sale.askSupervisor}
          </Button>
        )}
      </Panel>
      <Panel p="sm">
        <OtherLines draft={draft} amounts={sale.amounts} problems={problems} onChange={change} />
        <AddLine onAdd={(line) => change((now) => ({ others: [...now.others, line] }))} />
      </Panel>
      {hasOtherPrice(draft) && (
        <TextInput
          size="xs"
          label={t.sale.rateReason}
          value={draft.rateReason}
          onChange={(event) => change({ rateReason: event.currentTarget.value })}
        />
      )}
      <SaleDetails draft={draft} error={error} onChange={change} />
    </div>
  );
}
