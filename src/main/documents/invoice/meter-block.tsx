import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import { printCubicMetres } from '../figures.ts';
import { Facts } from '../facts.tsx';
import { invoiceText } from './invoice-text.ts';

export function MeterBlock({ meter }: { meter: NonNullable<InvoiceSnapshot['meter']> }) {
  // The first reading of a meter has none before it.
  const previous = meter.previous === null ? null : printCubicMetres(meter.previous);
  const current = printCubicMetres(meter.current);
  return (
    <section>
      <h2>{invoiceText.meter}</h2>
      <Facts
        facts={[
          { label: invoiceText.meterNumber, value: meter.number },
          { label: invoiceText.previousReading, value: previous },
          { label: invoiceText.currentReading, value: meter.estimated ? invoiceText.estimated(current) : current },
          { label: invoiceText.usage, value: printCubicMetres(meter.usage) },
        ]}
      />
    </section>
  );
}
