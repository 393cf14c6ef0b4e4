import type { WireOutput } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import { t } from '../../texts/index.ts';
import type { Column } from '../../ui/data-list.tsx';
import { DepotPopup } from './depot-popup.tsx';
import { RecordList } from './record-list.tsx';
import { InUse } from './in-use.tsx';

type Depot = WireOutput<'depots.get'>;

const COLUMNS: Column<Depot>[] = [
  { id: 'code', header: t.catalogue.code, width: '110px', cell: (depot) => depot.code },
  { id: 'name', header: t.catalogue.name, cell: (depot) => depot.name },
  { id: 'address', header: t.catalogue.address, cell: (depot) => depot.address },
  { id: 'kind', header: t.catalogue.kind, width: '110px', cell: (depot) => t.catalogue.kinds[depot.kind] },
  { id: 'isActive', header: '', width: '92px', cell: (depot) => <InUse isActive={depot.isActive} /> },
];

/** Own depots, and the plants that fill the cylinders. */
export function DepotsSection() {
  return (
    <RecordList
      label={t.settings.sections.depots}
      verb="depots.list"
      fetchPage={(asked) => call('depots.list', asked)}
      columns={COLUMNS}
      searchHint={t.catalogue.searchHint}
      addLabel={t.catalogue.addDepot}
      emptyTitle={t.catalogue.none}
      Form={DepotPopup}
    />
  );
}
