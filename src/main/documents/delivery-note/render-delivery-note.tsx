import type { ReactNode } from 'react';
import { formatBusinessDate, formatInstant } from '../../../shared/dates.ts';
import { type DeliveryNoteSnapshot, RETURN_CONDITIONS } from '../../../shared/delivery-note-snapshot.ts';
import { addressLines } from '../address.ts';
import { type Column, DocumentTable } from '../document-table.tsx';
import { printPieces, totalPieces } from '../figures.ts';
import { Letterhead } from '../letterhead.tsx';
import { Addressee, Parties } from '../parties.tsx';
import { Remarks } from '../remarks.tsx';
import { copyMark, type DocumentOptions, renderSheetDocument } from '../sheet-document.tsx';
import { Signatures } from '../signatures.tsx';
import { deliveryNoteText } from './delivery-note-text.ts';
import { type ReturnedGoods, returnedGoodsOf } from './returned-goods.ts';

/** What a customer signs at the door: goods out and goods back, apart, and no price. A4. */
export function renderDeliveryNote(note: DeliveryNoteSnapshot, { fontCss, copy }: DocumentOptions): string {
  const marks = copyMark(copy);
  return renderSheetDocument({
    sheet: 'A4',
    title: `${deliveryNoteText.title} ${note.number}`,
    foot: deliveryNoteText.issued(formatInstant(note.issuedAt)),
    marks,
    body: (
      <main>
        <Letterhead
          supplier={note.supplier}
          withGstNumber={false}
          title={deliveryNoteText.title}
          number={note.number}
          marks={marks}
        />
        <DeliveryParties note={note} />
        <GoodsOut note={note} />
        <GoodsBack note={note}>
          <Remarks remarks={note.remarks} />
          <Signatures signers={[deliveryNoteText.receivedFor(note.customer.name), deliveryNoteText.deliveredBy]} />
        </GoodsBack>
      </main>
    ),
    fontCss,
  });
}

function DeliveryParties({ note }: { note: DeliveryNoteSnapshot }) {
  const { customer } = note;
  return (
    <Parties
      facts={[
        { label: deliveryNoteText.date, value: formatBusinessDate(note.businessDate) },
        { label: deliveryNoteText.customerCode, value: customer.code },
        { label: deliveryNoteText.invoiceNumber, value: note.invoiceNumber },
        { label: deliveryNoteText.poNumber, value: note.poNumber },
        { label: deliveryNoteText.servedBy, value: note.servedBy },
        { label: deliveryNoteText.source, value: note.source },
      ]}
    >
      <Addressee
        heading={deliveryNoteText.deliverTo}
        name={customer.name}
        lines={customer.siteAddress?.split('\n') ?? addressLines(customer.address, customer.postalCode)}
      />
    </Parties>
  );
}

type DeliveredGoods = DeliveryNoteSnapshot['goodsOut'][number];

const OWNERSHIP: Column<DeliveredGoods> = {
  head: deliveryNoteText.ownership,
  kind: 'words',
  cell: ({ onLoan }) => (onLoan ? deliveryNoteText.onLoan : ''),
};

function GoodsOut({ note: { goodsOut } }: { note: DeliveryNoteSnapshot }) {
  const columns: Column<DeliveredGoods>[] = [
    { head: deliveryNoteText.description, kind: 'words', cell: ({ description }) => description },
    ...(goodsOut.some(({ onLoan }) => onLoan) ? [OWNERSHIP] : []),
    {
      head: deliveryNoteText.quantity,
      kind: 'figure',
      cell: ({ quantity }) => printPieces(quantity),
      total: totalPieces(goodsOut),
    },
  ];
  return (
    <section className="goods">
      <h2>{deliveryNoteText.goodsOut}</h2>
      <DocumentTable columns={columns} rows={goodsOut} />
    </section>
  );
}

function GoodsBack({ note, children }: { note: DeliveryNoteSnapshot; children: ReactNode }) {
  const columns: Column<ReturnedGoods>[] = [
    { head: deliveryNoteText.description, kind: 'words', cell: ({ description }) => description },
    ...RETURN_CONDITIONS.map((condition) => ({
      head: deliveryNoteText.conditions[condition],
      kind: 'figure' as const,
      cell: ({ pieces }: ReturnedGoods) => printPieces(pieces[condition]),
      total: totalPieces(note.goodsBack.filter((goods) => goods.condition === condition)),
    })),
  ];
  return (
    <section className="goods">
      <h2>{deliveryNoteText.goodsBack}</h2>
      <DocumentTable columns={columns} rows={returnedGoodsOf(note)} closing={children} />
    </section>
  );
}
