import { useState } from 'react';
import { flushSync } from 'react-dom';
import { Select } from '@mantine/core';
import { type Equipment, useEquipment, useServices } from '../../data/catalogue.ts';
import { focusField } from '../../keys/focus.ts';
import { t } from '../../texts/index.ts';
import type { OtherLine } from './sale-draft.ts';
import { equipmentLine } from './scan-into-sale.ts';

type Kind = OtherLine['kind'];

/** What can be added beside cylinders, and what it is called. */
export function useOtherNames() {
  const services = useServices();
  const equipment = useEquipment();
  return {
    of({ kind, id }: Pick<OtherLine, 'kind' | 'id'>): { name: string; price: string | null } {
      if (kind === 'service') {
        const service = services.find((candidate) => candidate.id === id);
        return { name: service?.name ?? '', price: service?.price ?? null };
      }
      const item = equipment.byId.get(id);
      const name = item?.name ?? '';
      if (kind === 'deposit') return { name: t.sale.depositOf(name), price: item?.deposit ?? null };
      return { name, price: item?.listPrice ?? null };
    },
    groups: [
      {
        group: t.sale.services,
        items: services.map(({ id, name }) => ({ value: `service:${id}`, label: name })),
      },
      {
        group: t.sale.equipment,
        items: equipment.items
          .filter(({ equipmentType, isActive }) => equipmentType !== 'CYLINDER' && isActive)
          .map(({ id, name }) => ({ value: `equipment:${id}`, label: name })),
      },
      {
        group: t.sale.deposits,
        items: equipment.items
          .filter(({ deposit, isActive }) => isActive && deposit !== null && Number(deposit) > 0)
          .map(({ id, name }) => ({ value: `deposit:${id}`, label: t.sale.depositOf(name) })),
      },
    ],
  };
}

/** Type a few letters, Enter: the line is there and its quantity waits. */
export function AddLine({ onAdd }: { onAdd: (line: OtherLine) => void }) {
  const { groups } = useOtherNames();
  const equipment = useEquipment();
  const [search, setSearch] = useState('');
  return (
    <Select
      w={320}
      size="sm"
      aria-label={t.sale.addLine}
      placeholder={t.sale.addLine}
      data={groups}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={t.sale.nothingToAdd}
      searchValue={search}
      onSearchChange={setSearch}
      value={null}
      onOptionSubmit={(value) => {
        const line = lineOf(value, equipment.byId);
        // At once: the next key is its quantity.
        flushSync(() => {
          onAdd(line);
          setSearch('');
        });
        focusField(document.querySelector<HTMLElement>(`[data-line="${line.key}"] input[data-column]`));
      }}
    />
  );
}

function lineOf(value: string, equipment: ReadonlyMap<number, Equipment>): OtherLine {
  const [kind, idText] = value.split(':') as [Kind, string];
  const id = Number(idText);
  const item = equipment.get(id);
  if (kind === 'equipment' && item !== undefined) return equipmentLine(item);
  return { key: crypto.randomUUID(), kind, id, quantity: '1', rate: '', ownership: null };
}
