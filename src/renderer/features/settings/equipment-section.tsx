import { call } from '../../api.ts';
import type { Equipment } from '../../data/catalogue.ts';
import { formatMoney } from '../../format.ts';
import { t } from '../../texts/index.ts';
import type { Column } from '../../ui/data-list.tsx';
import { EquipmentPopup } from './equipment-popup.tsx';
import { RecordList } from './record-list.tsx';
import { InUse } from './in-use.tsx';

const COLUMNS: Column<Equipment>[] = [
  { id: 'sku', header: t.catalogue.sku, width: '120px', cell: (item) => item.sku },
  { id: 'name', header: t.catalogue.name, width: 'minmax(150px, 1fr)', cell: (item) => item.name },
  { id: 'type', header: t.catalogue.type, width: '90px', cell: (item) => t.catalogue.types[item.equipmentType] },
  {
    id: 'price',
    header: t.catalogue.listPrice,
    width: '90px',
    align: 'right',
    cell: (item) => item.listPrice && formatMoney(item.listPrice),
  },
  {
    id: 'deposit',
    header: t.catalogue.deposit,
    width: '90px',
    align: 'right',
    cell: (item) => item.deposit && formatMoney(item.deposit),
  },
  { id: 'reorder', header: t.catalogue.reorderLevel, width: '80px', align: 'right', cell: (item) => item.reorderLevel },
  { id: 'isActive', header: '', width: '92px', cell: (item) => <InUse isActive={item.isActive} /> },
];

/** Cylinders, meters and regulators with their prices. */
export function EquipmentSection() {
  return (
    <RecordList
      label={t.settings.sections.equipment}
      verb="equipment.list"
      fetchPage={(asked) => call('equipment.list', asked)}
      columns={COLUMNS}
      searchHint={t.catalogue.searchHint}
      addLabel={t.catalogue.addEquipment}
      emptyTitle={t.catalogue.none}
      Form={EquipmentPopup}
    />
  );
}
