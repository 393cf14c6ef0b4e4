import { Anchor, Button, Skeleton, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useEquipment } from '../../data/catalogue.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount, formatMoney } from '../../format.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { CountPopup } from '../stock/count-popup.tsx';
import { MOVEMENTS, showMovements } from '../stock/movement-filter.ts';
import { StockNumber } from '../stock/stock-number.tsx';
import { CardPart } from './card-part.tsx';
import classes from './card.module.css';
import type { Customer } from './customer-form.ts';
import { OnSiteChart } from './on-site-chart.tsx';

/** What the customer has of ours, over the months and now. */
export function OnSiteTab({ customer }: { customer: Customer }) {
  const { id, name, siteCylinderLimit } = customer;
  const { items: equipment } = useEquipment();
  const { data, error, refetch } = useVerb('customers.account', { id });
  const [isCounting, setCounting] = useState(false);
  const mayCount = useMay('inventories.update');
  useKeys('screen', [mayCount && { key: 'F6', label: t.stocktake.action, run: () => setCounting(true) }]);
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  const onSite = new Map(data?.onSite.map(({ equipmentId, quantity }) => [equipmentId, quantity]));
  const depositFor = new Map(data?.deposits.map(({ equipmentId, amount }) => [equipmentId, amount]));
  const place = { entity: 'customer', entityId: id, name } as const;
  return (
    <>
      <CardPart title={t.siteCard.chartTitle}>
        <OnSiteChart customerId={id} />
      </CardPart>
      <CardPart
        title={t.siteCard.now}
        aside={
          siteCylinderLimit !== null && (
            <Text size="sm" c="dimmed">
              {t.siteCard.allowed(formatCount(siteCylinderLimit))}
            </Text>
          )
        }
      >
        {data === undefined && <Skeleton height={90} />}
        {data?.onSite.length === 0 && (
          <Text size="sm" c="dimmed">
            {t.siteCard.nothing}
          </Text>
        )}
        {data !== undefined && data.onSite.length > 0 && (
          <Table verticalSpacing={6} className={classes.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.stock.equipment}</Table.Th>
                <Table.Th ta="right">{t.siteCard.deposit}</Table.Th>
                <Table.Th ta="right">{t.onSite.onSite}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {equipment
                .filter((item) => onSite.has(item.id))
                .map((item) => (
                  <Table.Tr key={item.id}>
                    <Table.Td>{item.name}</Table.Td>
                    <Table.Td ta="right" c="dimmed">
                      {formatMoney(depositFor.get(item.id) ?? '')}
                    </Table.Td>
                    <Table.Td ta="right">
                      <StockNumber
                        count={onSite.get(item.id) ?? 0}
                        isStrong
                        what={`${name}, ${item.name}`}
                        filter={{ equipmentId: item.id, place }}
                      />
                    </Table.Td>
                  </Table.Tr>
                ))}
            </Table.Tbody>
          </Table>
        )}
      </CardPart>
      <div>
        {mayCount && (
          <Button variant="default" onClick={() => setCounting(true)} rightSection={<KeyHint>F6</KeyHint>} mr="md">
            {t.stocktake.action}
          </Button>
        )}
        <Anchor component={Link} href={MOVEMENTS} onClick={showMovements({ place })} size="sm">
          {t.siteCard.movements}
        </Anchor>
      </div>
      {isCounting && <CountPopup customer={{ id, name }} depotId={null} onClose={() => setCounting(false)} />}
    </>
  );
}
