import type { ReactNode } from 'react';
import { formatBusinessDate, formatInstant } from '../../../shared/dates.ts';
import type { DistributionSlipItem, DistributionSlipSnapshot } from '../../../shared/distribution-slip-snapshot.ts';
import { DocumentTable } from '../document-table.tsx';
import { printPieces, totalPieces } from '../figures.ts';
import { Letterhead } from '../letterhead.tsx';
import { Addressee, Parties } from '../parties.tsx';
import { Remarks } from '../remarks.tsx';
import { copyMark, type DocumentOptions, renderSheetDocument } from '../sheet-document.tsx';
import { Signatures } from '../signatures.tsx';
import { distributionText } from './distribution-text.ts';
import { slipSectionsOf } from './slip-sections.ts';

/** What a truck takes and brings back, for the storeman and the driver to sign. A draft says that it is one. A4. */
export function renderDistributionSlip(slip: DistributionSlipSnapshot, { fontCss, copy }: DocumentOptions): string {
  const marks = [...statusMark(slip), ...copyMark(copy)];
  const sections = slipSectionsOf(slip);
  return renderSheetDocument({
    sheet: 'A4',
    title: `${distributionText.title} ${slip.number}`,
    foot: footOf(slip),
    marks,
    body: (
      <main>
        <Letterhead
          supplier={slip.supplier}
          withGstNumber={false}
          title={distributionText.title}
          number={slip.number}
          marks={marks}
        />
        {slip.status !== 'CONFIRMED' && (
          <p className="notice">
            <b>{distributionText.statuses[slip.status]}.</b> {distributionText.notice[slip.status]}
          </p>
        )}
        <SlipParties slip={slip} />
        {sections.map(({ heading, items }, index) => (
          <section key={heading} className="goods">
            <h2>{heading}</h2>
            <ItemsTable
              items={items}
              closing={index === sections.length - 1 ? <SlipClosing slip={slip} /> : undefined}
            />
          </section>
        ))}
      </main>
    ),
    fontCss,
  });
}

function statusMark({ status }: DistributionSlipSnapshot): string[] {
  return status === 'CONFIRMED' ? [] : [distributionText.statuses[status]];
}

function footOf({ writtenAt, confirmedAt }: DistributionSlipSnapshot): string {
  const written = distributionText.written(formatInstant(writtenAt));
  return confirmedAt === null ? written : written + distributionText.confirmed(formatInstant(confirmedAt));
}

function SlipParties({ slip }: { slip: DistributionSlipSnapshot }) {
  return (
    <Parties
      facts={[
        { label: distributionText.date, value: formatBusinessDate(slip.businessDate) },
        { label: distributionText.depot, value: slip.depot },
        { label: distributionText.poNumber, value: slip.poNumber },
        { label: distributionText.writtenBy, value: slip.writtenBy },
        { label: distributionText.confirmedBy, value: slip.confirmedBy },
      ]}
    >
      <Addressee
        heading={distributionText.driver}
        name={slip.driver}
        lines={slip.vehicle === null ? [] : [`${distributionText.vehicle} ${slip.vehicle}`]}
      />
    </Parties>
  );
}

function ItemsTable({ items, closing }: { items: DistributionSlipItem[]; closing: ReactNode }) {
  return (
    <DocumentTable
      columns={[
        { head: distributionText.description, kind: 'words', cell: (item) => item.description },
        {
          head: distributionText.condition,
          kind: 'words',
          cell: (item) => distributionText.conditions[item.condition],
        },
        {
          head: distributionText.quantity,
          kind: 'figure',
          cell: (item) => printPieces(item.quantity),
          total: totalPieces(items),
        },
      ]}
      rows={items}
      closing={closing}
    />
  );
}

function SlipClosing({ slip }: { slip: DistributionSlipSnapshot }) {
  return (
    <>
      <Remarks remarks={slip.remarks} />
      <Signatures signers={[distributionText.storeman, distributionText.driver]} />
    </>
  );
}
