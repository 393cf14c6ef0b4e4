import { Text } from '@mantine/core';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import type { Column } from '../../ui/data-list.tsx';

export type Movement = WireOutput<'stock.movements'>['items'][number];

export function movementColumns(nameOf: (equipmentId: number) => string): Column<Movement>[] {
  return [
    { id: 'date', header: t.words.date, width: '96px', cell: (row) => formatBusinessDate(row.businessDate) },
    { id: 'equipment', header: t.stock.equipment, width: '130px', cell: (row) => nameOf(row.equipmentId) },
    {
      id: 'quantity',
      header: t.movements.quantity,
      width: '72px',
      align: 'right',
      cell: (row) => formatCount(row.quantity),
    },
    { id: 'from', header: t.movements.from, cell: (row) => <Place place={row.from} /> },
    { id: 'to', header: t.movements.to, cell: (row) => <Place place={row.to} /> },
    {
      id: 'document',
      header: t.movements.document,
      width: '192px',
      cell: (row) => row.documentNumber ?? t.movements.documents[row.documentKind],
    },
  ];
}

function Place({ place }: { place: Movement['from'] }) {
  return (
    <>
      {place.name}
      {place.condition !== 'ON_SITE' && (
        <Text span inherit c="dimmed">
          {` · ${t.conditions[place.condition].toLowerCase()}`}
        </Text>
      )}
    </>
  );
}
