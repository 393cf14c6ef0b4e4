import { useLocation } from 'wouter';
import { call } from '../../api.ts';
import { useEquipment } from '../../data/catalogue.ts';
import { useList } from '../../data/use-list.ts';
import { t } from '../../texts/index.ts';
import { DataList } from '../../ui/data-list.tsx';
import { Split } from '../../ui/split.tsx';
import { movementColumns } from './movement-columns.tsx';
import { MovementDetail } from './movement-detail.tsx';
import { isFiltered, movementInput, useMovementFilter } from './movement-filter.ts';
import { MovementFilters } from './movement-filters.tsx';

const BESIDE = new Set(['date', 'equipment', 'quantity', 'document']);

/** Every movement there was, newest first; one opened beside them with the document that moved it. */
export function MovementsView({ openId }: { openId: number | null }) {
  const [, go] = useLocation();
  const filter = useMovementFilter();
  const { byId } = useEquipment();
  const input = movementInput(filter);
  const list = useList(['stock.movements', input], (cursor) => call('stock.movements', { ...input, cursor }));
  const open = list.rows.find(({ id }) => id === openId);
  const columns = movementColumns((id) => byId.get(id)?.name ?? '');
  return (
    <>
      <MovementFilters />
      <Split detail={open && <MovementDetail key={open.id} movement={open} />}>
        <DataList
          label={t.stock.movements}
          list={list}
          columns={open ? columns.filter(({ id }) => BESIDE.has(id)) : columns}
          rowKey={(row) => row.id}
          openKey={openId}
          onOpen={(row) => go(`/stock/movements/${row.id}`)}
          isFirst
          empty={{ title: isFiltered(filter) ? t.movements.noneFound : t.movements.none }}
        />
      </Split>
    </>
  );
}
