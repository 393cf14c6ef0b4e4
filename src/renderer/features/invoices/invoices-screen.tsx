import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { call } from '../../api.ts';
import { useList } from '../../data/use-list.ts';
import { useVerb } from '../../data/use-verb.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { DataList } from '../../ui/data-list.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Split } from '../../ui/split.tsx';
import { MailPopup } from '../delivery/mail-popup.tsx';
import { PrintPopup } from '../delivery/print-popup.tsx';
import { BatchBar } from './batch-bar.tsx';
import { isOnItsWay } from './delivery-way.ts';
import { BESIDE_PAPER, INVOICE_COLUMNS } from './invoice-columns.tsx';
import { InvoiceDetail } from './invoice-detail.tsx';
import { INVOICE_FILTERS, invoiceFilters, useInvoiceFilter } from './invoice-filter.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useBatchActions } from './use-batch-actions.ts';
import { useInvoiceActions } from './use-invoice-actions.ts';

const WATCH_MS = 1_500;
/** More pages than that are asked for again less often. */
const FEW_ROWS = 150;
const NONE: ReadonlySet<number> = new Set();

/** Invoices by state, newest first, with the paper beside them; printed and mailed one by one or many at once. */
export function InvoicesScreen() {
  const { id } = useParams<{ id?: string }>();
  const openId = id === undefined ? null : Number(id);
  const [, go] = useLocation();
  const { filter, search } = useInvoiceFilter();
  const maySell = useMay('transactions.create');
  const [chosen, setChosen] = useState(NONE);
  const [activeId, setActiveId] = useState<number | null>(null);
  const actions = useInvoiceActions();
  const batches = useBatchActions();
  const filters = { ...invoiceFilters(filter), search: search || undefined };
  const list = useList(['invoices.list', filters], (cursor) => call('invoices.list', { ...filters, cursor }), {
    every: (rows) => rows.some(isOnItsWay) && (rows.length > FEW_ROWS ? WATCH_MS * 5 : WATCH_MS),
  });
  const narrow = (next: Partial<typeof filters & { filter: typeof filter }>) => {
    // What is not shown any more must not be printed unseen.
    setChosen(NONE);
    useInvoiceFilter.setState(next);
  };

  const isMany = chosen.size > 0;
  // One letter is about the rows that were chosen, else the open invoice, else the row the arrows are on.
  const { data: opened } = useVerb('invoices.get', openId === null ? null : { id: openId });
  const invoice = openId === null ? list.rows.find((row) => row.id === activeId) : opened;
  const printMany = async () => (await batches.print([...chosen])) && setChosen(NONE);
  const mailMany = async () => (await batches.mail([...chosen])) && setChosen(NONE);
  const print = () => (isMany ? void printMany() : invoice && actions.print(invoice));
  const mail = () => (isMany ? void mailMany() : invoice && actions.mail(invoice));
  const back = () => (isMany ? setChosen(NONE) : go(openId === null ? '/' : '/invoices'));

  useKeys('screen', [
    { key: 'Escape', label: isMany ? t.batch.clear : t.keys.back, run: back },
    actions.mayPrint && { key: 'P', label: t.delivery.print, run: print },
    actions.mayMail && { key: 'M', label: t.delivery.mail, run: mail },
    actions.mayPrint &&
      invoice !== undefined && {
        key: 'Ctrl+P',
        label: t.delivery.printOther,
        run: () => actions.printElsewhere(invoice),
      },
    actions.mayMail &&
      invoice !== undefined && {
        key: 'Ctrl+M',
        label: t.delivery.mailOther,
        run: () => actions.mailElsewhere(invoice),
      },
    invoice !== undefined && { key: 'D', label: t.delivery.pdf, run: () => actions.savePdf(invoice) },
  ]);
  const { asking } = actions;

  return (
    <Page
      isFixed
      title={t.invoices.title}
      actions={
        <>
          <SearchField
            placeholder={t.invoices.searchHint}
            value={search}
            onSearch={(text) => narrow({ search: text })}
            isFirst
          />
          {maySell && <Button onClick={() => go('/sale')}>{t.sale.nav}</Button>}
        </>
      }
    >
      <Split detail={openId !== null && <InvoiceDetail key={openId} id={openId} actions={actions} />}>
        <BatchBar onMailAgain={(ids) => void batches.mail(ids, true)} />
        {isMany ? (
          <SelectionBar
            count={chosen.size}
            isRunning={batches.isRunning}
            onPrint={actions.mayPrint ? print : null}
            onMail={actions.mayMail ? mail : null}
            onClear={back}
          />
        ) : (
          <SegmentedControl
            size="xs"
            w="max-content"
            aria-label={t.words.status}
            data={INVOICE_FILTERS.map((value) => ({ value, label: t.invoices.filters[value] }))}
            value={filter}
            onChange={(value) => narrow({ filter: value })}
          />
        )}
        <DataList
          label={t.invoices.title}
          list={list}
          columns={openId === null ? INVOICE_COLUMNS : BESIDE_PAPER}
          rowKey={(row) => row.id}
          openKey={openId}
          onOpen={(row) => go(`/invoices/${row.id}`)}
          onActive={setActiveId}
          selection={{ keys: chosen, onChange: setChosen, labelOf: (row) => row.number }}
          empty={{
            title: filter === 'all' && !search ? t.invoices.noneYet : t.invoices.noneFound,
            action: maySell && <Button onClick={() => go('/sale')}>{t.sale.nav}</Button>,
          }}
        />
      </Split>
      {asking?.about === 'print' && (
        <PrintPopup verb="invoices.print" paper={asking.invoice} onClose={actions.stopAsking} />
      )}
      {asking?.about === 'mail' && (
        <MailPopup
          verb="invoices.email"
          paper={asking.invoice}
          customerId={asking.invoice.customerId}
          onClose={actions.stopAsking}
        />
      )}
    </Page>
  );
}
