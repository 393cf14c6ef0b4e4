import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Page } from '../../ui/page.tsx';
import { AccountingPopup } from './accounting-popup.tsx';
import { CUSTOMER_COLUMNS, SALES_COLUMNS } from './report-columns.tsx';
import { monthAround, PAYMENT_FILTERS, type ReportKind, reportInput, useReportFilter } from './report-filter.ts';
import { ReportList } from './report-list.tsx';
import { ReportSums } from './report-sums.tsx';
import classes from './reports.module.css';
import { useSaveReport } from './use-save-report.ts';

const KINDS: readonly ReportKind[] = ['sales', 'customers'];

/** The sales account and what customers bought and owe, of any days. */
export function ReportsScreen() {
  const [, go] = useLocation();
  const filter = useReportFilter();
  const set = useReportFilter.setState;
  const save = useSaveReport();
  const mayKeepAccounts = useMay('reports.accounting');
  const [isAccounting, setAccounting] = useState(false);
  useKeys('screen', [{ key: 'Escape', label: t.keys.back, run: () => go('/') }]);
  return (
    <Page
      isFixed
      title={t.reports.title}
      note={t.reports.note}
      actions={
        <Group gap="xs" wrap="nowrap">
          {(['csv', 'xlsx', 'pdf'] as const).map((format) => (
            <Button key={format} variant="default" loading={save.isSaving === format} onClick={() => save.as(format)}>
              {t.reports.saveAs(format.toUpperCase())}
            </Button>
          ))}
          {mayKeepAccounts && (
            <Button variant="default" onClick={() => setAccounting(true)}>
              {t.reports.accounting.open}
            </Button>
          )}
        </Group>
      }
    >
      <div className={classes.body}>
        <div className={classes.filters}>
          <SegmentedControl
            aria-label={t.reports.which}
            data={KINDS.map((value) => ({ value, label: t.reports.kinds[value] }))}
            value={filter.kind}
            onChange={(kind) => set({ kind })}
          />
          <DateField label={t.reports.from} w={130} value={filter.from} onChange={(from) => set({ from })} />
          <DateField label={t.reports.to} w={130} value={filter.to} onChange={(to) => set({ to })} />
          <Select
            label={t.reports.status}
            w={140}
            allowDeselect={false}
            data={PAYMENT_FILTERS.map((value) => ({ value, label: t.reports.statuses[value] }))}
            value={filter.payment}
            onChange={(payment) => set({ payment: payment ?? 'all' })}
          />
          <Button variant="subtle" onClick={() => set({ from: '', to: '' })}>
            {t.reports.today}
          </Button>
          <Button variant="subtle" onClick={() => set(monthAround('this'))}>
            {t.reports.thisMonth}
          </Button>
          <Button variant="subtle" onClick={() => set(monthAround('last'))}>
            {t.reports.lastMonth}
          </Button>
        </div>
        {filter.kind === 'sales' ? (
          <Sales onOpen={(id) => go(`/invoices/${id}`)} />
        ) : (
          <Customers onOpen={(id) => go(`/customers/${id}`)} />
        )}
      </div>
      {isAccounting && <AccountingPopup onClose={() => setAccounting(false)} />}
    </Page>
  );
}

function Sales({ onOpen }: { onOpen: (invoiceId: number) => void }) {
  const query = useVerb('reports.sales', reportInput(useReportFilter()), { keep: true });
  const report = query.data !== undefined && 'items' in query.data ? query.data : null;
  const { sums } = report ?? {};
  return (
    <>
      {sums && (
        <ReportSums
          label={t.reports.sums}
          sums={[
            { label: t.reports.invoices, value: formatCount(sums.invoices), isMoney: false },
            { label: t.reports.net, value: sums.net },
            { label: t.reports.gst, value: sums.tax },
            { label: t.words.total, value: sums.total },
            { label: t.reports.paid, value: sums.paid },
            { label: t.reports.outstanding, value: sums.outstanding },
          ]}
        />
      )}
      <ReportList
        label={t.reports.kinds.sales}
        query={query}
        rows={report?.items ?? []}
        columns={SALES_COLUMNS}
        rowKey={(row) => row.invoiceId}
        onOpen={(row) => onOpen(row.invoiceId)}
      />
    </>
  );
}

function Customers({ onOpen }: { onOpen: (customerId: number) => void }) {
  const query = useVerb('reports.customers', reportInput(useReportFilter()), { keep: true });
  const report = query.data !== undefined && 'items' in query.data ? query.data : null;
  const { sums, items = [] } = report ?? {};
  return (
    <>
      {sums && (
        <ReportSums
          label={t.reports.sums}
          sums={[
            { label: t.reports.kinds.customers, value: formatCount(items.length), isMoney: false },
            { label: t.reports.invoices, value: formatCount(sums.invoices), isMoney: false },
            { label: t.words.total, value: sums.total },
            { label: t.reports.outstanding, value: sums.outstanding },
            { label: t.reports.overdue, value: sums.overdue },
          ]}
        />
      )}
      <ReportList
        label={t.reports.kinds.customers}
        query={query}
        rows={items}
        columns={CUSTOMER_COLUMNS}
        rowKey={(row) => row.customerId}
        onOpen={(row) => onOpen(row.customerId)}
      />
    </>
  );
}
