import { Button } from '@mantine/core';
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
import { InvoiceTools } from './invoice-tools.tsx';
import { INVOICE_SORTS, type InvoiceView, invoiceView, narrowingOf } from './invoice-view.ts';
import { JumpPopup } from './jump-popup.tsx';
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
  const view = invoiceView.useView();
  const [isJumping, setJumping] = useState(false);
  const maySell = useMay('transactions.create');
  const [chosen, setChosen] = useState(NONE);
  const [activeId, setActiveId] = useState<number | null>(null);
  const actions = useInvoiceActions();
  const batches = useBatchActions();
  const filters = { ...narrowingOf(view), ...(view.startAt === null ? {} : { startAt: view.startAt }) };
  const list = useList(['invoices.list', filters], (cursor) => call('invoices.list', { ...filters, cursor }), {
    every: (rows) => rows.some(isOnItsWay) && (rows.length > FEW_ROWS ? WATCH_MS * 5 : WATCH_MS),
  });
  const narrow = (next: Partial<InvoiceView>) => {
    // What is not shown any more must not be printed unseen.
    setChosen(NONE);
    invoiceView.set(next);
  };
  const sortOn = () => narrow({ sort: INVOICE_SORTS[(INVOICE_SORTS.indexOf(view.sort) + 1) % INVOICE_SORTS.length] });

  const isMany = chosen.size > 0;
  // One letter is about the rows that were chosen, else the open invoice, else the row the arrows are on.
  const { data: opened } = useVerb('invoices.get', openId === null ? null : { id: openId });
  const invoice = openId === null ? list.rows.find((row) => row.id === activeId) : opened;
  const printMany = async () => (await batches.print([...chosen])) && setChosen(NONE);
  const mailMany = async () => (await batches.mail([...chosen])) && setChosen(NONE);
  const print = () => (isMany ? void printMany() : invoice && actions.print(invoice));
  const mail = () => (isMany ? void mailMany() : invoice && actions.mail(invoice));
  const back = () => {
    if (isMany) setChosen(NONE);
    else if (openId !== null) go('/invoices');
    else if (view.startAt !== null) narrow({ startAt: null });
    else go('/');
  };

  useKeys('screen', [
    { key: 'Escape', label: isMany ? t.batch.clear : t.keys.back, run: back },
    { key: 'Ctrl+G', label: t.invoices.jumpTitle, run: () => setJumping(true) },
    { key: 'S', label: t.invoices.sortOn(t.invoices.sorts[view.sort]), run: sortOn },
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
  const columns = openId === null ? INVOICE_COLUMNS : BESIDE_PAPER;
  const isWhole = Object.keys(filters).every((name) => name === 'sort');

  return (
    <Page
      isFixed
      title={t.invoices.title}
      actions={
        <>
          <SearchField
            placeholder={t.invoices.searchHint}
            value={view.search}
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
          <InvoiceTools view={view} narrow={narrow} onJump={() => setJumping(true)} />
        )}
        <DataList
          label={t.invoices.title}
          list={list}
          columns={columns.filter(({ id: column }) => !view.hidden.includes(column))}
          sort={{ by: view.sort, sorts: INVOICE_SORTS, onSort: (sort) => narrow({ sort }) }}
          rowKey={(row) => row.id}
          openKey={openId}
          onOpen={(row) => go(`/invoices/${row.id}`)}
          onActive={setActiveId}
          selection={{ keys: chosen, onChange: setChosen, labelOf: (row) => row.number }}
          empty={{
            title: isWhole ? t.invoices.noneYet : t.invoices.noneFound,
            action: maySell && <Button onClick={() => go('/sale')}>{t.sale.nav}</Button>,
          }}
        />
      </Split>
      {isJumping && <JumpPopup onJump={(startAt) => narrow({ startAt })} onClose={() => setJumping(false)} />}
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
