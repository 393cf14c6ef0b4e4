import { Alert, Stack } from '@mantine/core';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { problemOf } from '../../api-problem.ts';
import { useEquipment } from '../../data/catalogue.ts';
import { useDefaultDepot } from '../../data/use-default-depot.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount, formatDollars } from '../../format.ts';
import { useIsDriver, useMay, useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { today } from '../../today.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { showInvoices } from '../invoices/invoice-view.ts';
import { DeliveryStat } from '../jobs/delivery-stat.tsx';
import { BalancesTable } from '../stock/balances-table.tsx';
import { CopyStats } from './copy-stats.tsx';
import classes from './home.module.css';
import { NextSteps } from './next-steps.tsx';
import { Stat } from './stat.tsx';
import { TakingsChart } from './takings-chart.tsx';
import { TrucksStat } from './trucks-stat.tsx';
import { useToday } from './use-today.ts';

/** The day at a glance, and where to start. */
export function HomeScreen() {
  const user = useUser();
  const { data: day, error, refetch } = useToday();
  const depot = useDefaultDepot();
  const equipment = useEquipment().items.filter((item) => item.isActive);
  const isDriver = useIsDriver();
  const maySeeCopies = useMay('backups.list');
  const place = isDriver ? { entity: 'truck' as const, entityId: user.id } : homeOf(depot?.id);
  const { data: stock } = useVerb('inventories.list', place, { every: 20_000 });
  const { data: health } = useVerb('system.health', {}, { every: 30_000 });
  const { data: money, error: moneyError, refetch: askMoney } = useVerb('reports.takings', {}, { every: 20_000 });
  const taken = money?.items.at(-1);
  const takenBy = taken?.byMethod
    .map(({ method, amount }) => `${t.paymentMethods[method]} ${formatDollars(amount)}`)
    .join(' · ');
  const overdue = day && (day.overdue === 0 ? t.home.noneOverdue : t.home.overdueNote(countText(day.overdue)));

  return (
    <Page title={t.home.hello(user.fullName)} note={formatBusinessDate(today())}>
      {health?.database === 'damaged' && (
        <Alert color="red" mb="md" role="alert">
          {t.home.damaged}
        </Alert>
      )}
      {error && <ProblemNote problem={problemOf(error)} onRetry={() => void refetch()} />}
      <div className={classes.stats}>
        <Stat
          label={t.home.takings}
          value={taken && formatDollars(taken.total)}
          note={takenBy === '' ? t.home.nothingTaken : takenBy}
          href="/invoices"
          onOpen={showToday}
        />
        <Stat
          label={t.home.invoiced}
          value={day && formatDollars(day.invoiced)}
          note={day && t.home.invoicedNote(day.invoiceCount)}
          href="/invoices"
          onOpen={showToday}
        />
        <Stat
          label={t.home.unpaid}
          value={day && countText(day.unpaid)}
          note={overdue}
          isAlert={day !== undefined && day.overdue !== 0}
          href="/invoices"
          onOpen={() => showInvoices({ filter: 'unpaid' })}
        />
        <Stat
          label={t.home.drafts}
          value={day && countText(day.drafts)}
          note={day && (day.drafts === 0 ? t.home.noDrafts : t.home.draftsNote)}
          href="/distributions"
        />
        <TrucksStat />
        <DeliveryStat />
        {maySeeCopies && health && <CopyStats health={health} />}
      </div>
      <div className={classes.columns}>
        {depot && equipment.length > 0 ? (
          <Panel title={isDriver ? t.home.truck : t.home.stock(depot.name)}>
            <BalancesTable
              equipment={equipment}
              balances={stock?.items ?? []}
              place={
                isDriver
                  ? { entity: 'truck', entityId: user.id, name: user.fullName }
                  : { entity: 'depot', entityId: depot.id, name: depot.name }
              }
              withReorder={!isDriver}
            />
          </Panel>
        ) : (
          <div />
        )}
        <Stack gap="md">
          <Panel title={t.home.takingsChart}>
            {moneyError ? (
              <ProblemNote problem={moneyError} onRetry={() => void askMoney()} />
            ) : (
              <TakingsChart days={money?.items} />
            )}
          </Panel>
          <NextSteps />
        </Stack>
      </div>
    </Page>
  );
}

const showToday = () => showInvoices({ from: today(), to: today() });

function homeOf(entityId: number | undefined) {
  return entityId === undefined ? null : { entity: 'depot' as const, entityId };
}

/** `null` is a count beyond what the host counts. */
function countText(count: number | null): string {
  return count === null ? t.home.moreThan : formatCount(count);
}
