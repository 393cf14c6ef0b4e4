import { call } from '../../api.ts';
import type { Service } from '../../data/catalogue.ts';
import { formatMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';
import type { Column } from '../../ui/data-list.tsx';
import { RecordList } from './record-list.tsx';
import { ServicePopup } from './service-popup.tsx';
import { InUse } from './in-use.tsx';

const COLUMNS: Column<Service>[] = [
  { id: 'code', header: t.catalogue.code, width: '120px', cell: (service) => service.code },
  { id: 'name', header: t.catalogue.name, cell: (service) => service.name },
  { id: 'tax', header: t.catalogue.tax, width: '120px', cell: (service) => t.catalogue.taxes[service.taxCategory] },
  {
    id: 'price',
    header: t.catalogue.price,
    width: '100px',
    align: 'right',
    cell: (service) => formatMoney(service.price),
  },
  { id: 'isActive', header: '', width: '92px', cell: (service) => <InUse isActive={service.isActive} /> },
];

/** What is done for a customer beside bringing cylinders. */
export function ServicesSection() {
  return (
    <RecordList
      label={t.settings.sections.services}
      verb="services.list"
      fetchPage={(asked) => call('services.list', asked)}
      columns={COLUMNS}
      searchHint={t.catalogue.searchHint}
      addLabel={t.catalogue.addService}
      emptyTitle={t.catalogue.none}
      Form={ServicePopup}
    />
  );
}
