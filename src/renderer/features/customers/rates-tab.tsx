import { Button, Group, Skeleton, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { useEquipment } from '../../data/catalogue.ts';
import { formatMoney } from '../../format.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { today } from '../../today.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { CardPart } from './card-part.tsx';
import classes from './card.module.css';
import type { Customer } from './customer-form.ts';
import { inForce } from './rates-form.ts';
import { RatesPopup } from './rates-popup.tsx';

/** What was agreed on with a customer, from which day on, beside the list price. */
export function RatesTab({ customer }: { customer: Customer }) {
  const { items: equipment, isLoading } = useEquipment();
  const [isChanging, setChanging] = useState(false);
  const mayChange = useMay('customers.setRates');
  useKeys('screen', [mayChange && { key: 'F6', label: t.rates.change, run: () => setChanging(true) }]);
  if (isLoading) return <Skeleton height={200} />;
  const { rates, meterRates, isMeterInstalled } = customer;
  const rows = equipment.flatMap((item) => {
    const own = rates.filter(({ equipmentId }) => equipmentId === item.id);
    const current = inForce(own, today());
    return own.map((rate) => ({
      key: `${item.id} ${rate.from}`,
      name: item.name,
      listPrice: item.listPrice,
      ...rate,
      state: stateOf(rate, current),
    }));
  });
  const current = inForce(meterRates, today());
  return (
    <>
      <CardPart title={t.rates.contract}>
        {rows.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t.rates.noContract}
          </Text>
        ) : (
          <RatesTable rows={rows} />
        )}
      </CardPart>
      {(isMeterInstalled || meterRates.length > 0) && (
        <CardPart title={t.rates.meter}>
          {meterRates.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t.rates.noMeter}
            </Text>
          ) : (
            <RatesTable rows={meterRates.map((rate) => ({ key: rate.from, ...rate, state: stateOf(rate, current) }))} />
          )}
        </CardPart>
      )}
      {mayChange ? (
        <Group>
          <Button variant="default" onClick={() => setChanging(true)} rightSection={<KeyHint>F6</KeyHint>}>
            {t.rates.change}
          </Button>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {t.rates.onlyManagers}
        </Text>
      )}
      {isChanging && (
        <RatesPopup
          customer={customer}
          onClose={() => setChanging(false)}
          onSaved={(saved) => {
            setChanging(false);
            toastDone(t.rates.saved(saved.name));
          }}
        />
      )}
    </>
  );
}

type State = 'inForce' | 'later' | 'past';

function stateOf(rate: { from: string }, current: { from: string } | undefined): State {
  if (rate.from > today()) return 'later';
  return rate.from === current?.from ? 'inForce' : 'past';
}

interface Row {
  key: string;
  name?: string;
  listPrice?: string | null;
  rate: string;
  from: string;
  state: State;
}

const STATES: Record<State, string> = { inForce: t.rates.inForce, later: t.rates.later, past: '' };

function RatesTable({ rows }: { rows: readonly Row[] }) {
  const hasNames = rows.some(({ name }) => name !== undefined);
  return (
    <Table verticalSpacing={6} className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          {hasNames && <Table.Th>{t.rates.equipment}</Table.Th>}
          <Table.Th>{t.rates.from}</Table.Th>
          <Table.Th>{t.words.status}</Table.Th>
          {hasNames && <Table.Th ta="right">{t.rates.listPrice}</Table.Th>}
          <Table.Th ta="right">{t.rates.rate}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, name, listPrice, rate, from, state }) => (
          <Table.Tr key={key} c={state === 'past' ? 'dimmed' : undefined}>
            {hasNames && <Table.Td>{name}</Table.Td>}
            <Table.Td>{formatBusinessDate(from)}</Table.Td>
            <Table.Td>{STATES[state]}</Table.Td>
            {hasNames && (
              <Table.Td ta="right" c="dimmed">
                {listPrice == null ? '' : formatMoney(listPrice)}
              </Table.Td>
            )}
            <Table.Td ta="right" fw={state === 'inForce' ? 600 : undefined}>
              {rate}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
