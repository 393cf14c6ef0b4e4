import { Button } from '@mantine/core';
import { driverLabel, useDepots, useDrivers, useEquipment } from '../../data/catalogue.ts';
import { useIsDriver } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { DateFilter } from '../../ui/date-filter.tsx';
import { Pick } from '../../ui/pick.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import {
  type Condition,
  type FilterPlace,
  isFiltered,
  type PlaceKind,
  showAllMovements,
  useMovementFilter,
} from './movement-filter.ts';
import classes from './stock.module.css';

const ANY = 'any';
const CONDITIONS = Object.entries(t.conditions) as [Condition, string][];
const KINDS = Object.keys(t.movements.kinds) as PlaceKind[];

/** By document, equipment, place and condition there, and days; what a number of stock was made of sets them all. */
export function MovementFilters() {
  const filter = useMovementFilter();
  const equipment = useEquipment();
  const places = usePlaces(filter.place);
  const set = useMovementFilter.setState;
  return (
    <div className={classes.bar}>
      <SearchField
        key={`search ${filter.version}`}
        placeholder={t.movements.searchHint}
        value={filter.search}
        onSearch={(search) => set({ search })}
        width={190}
      />
      <Pick
        w={170}
        aria-label={t.stock.equipment}
        data={[
          { value: ANY, label: t.movements.anyEquipment },
          ...equipment.items.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={filter.equipmentId === null ? ANY : String(filter.equipmentId)}
        onChange={(id) => set({ equipmentId: id === ANY || id === null ? null : Number(id) })}
      />
      <Pick
        w={190}
        aria-label={t.where.place}
        data={[{ value: ANY, label: t.movements.anyPlace }, ...places.map(({ value, label }) => ({ value, label }))]}
        value={keyOf(filter.place)}
        onChange={(key) => set({ place: places.find(({ value }) => value === key)?.place ?? null })}
      />
      {filter.place && (
        <Pick
          w={150}
          aria-label={t.movements.condition}
          data={[
            { value: ANY, label: t.movements.anyCondition },
            ...CONDITIONS.map(([value, label]) => ({ value, label })),
          ]}
          value={filter.condition ?? ANY}
          onChange={(value) => set({ condition: CONDITIONS.find(([condition]) => condition === value)?.[0] ?? null })}
        />
      )}
      <DateFilter
        key={`from ${filter.version}`}
        aria-label={t.movements.since}
        placeholder={t.movements.since}
        value={filter.from}
        onChange={(from) => set({ from })}
      />
      <DateFilter
        key={`to ${filter.version}`}
        aria-label={t.movements.until}
        placeholder={t.movements.until}
        value={filter.to}
        onChange={(to) => set({ to })}
      />
      {isFiltered(filter) && (
        <Button variant="subtle" size="compact-sm" onClick={showAllMovements}>
          {t.movements.clear}
        </Button>
      )}
    </div>
  );
}

function keyOf(place: FilterPlace | null): string {
  return place === null ? ANY : [place.entity, place.entityId].filter((part) => part !== undefined).join(' ');
}

const choice = (place: FilterPlace, label: string) => ({ value: keyOf(place), label, place });

/** Every depot and truck, the kinds of places, and the customer somebody came from. */
function usePlaces(current: FilterPlace | null): { value: string; label: string; place: FilterPlace }[] {
  const depots = useDepots();
  const drivers = useDrivers();
  const isDriver = useIsDriver();
  const named = [
    ...(isDriver ? [] : [...depots.byId.values()]).map(({ id, name }) =>
      choice({ entity: 'depot', entityId: id }, name),
    ),
    ...drivers.items.map((driver) => choice({ entity: 'truck', entityId: driver.id }, driverLabel(driver))),
  ];
  const all = [...KINDS.map((entity) => choice({ entity }, t.movements.kinds[entity])), ...named];
  const isListed = current === null || all.some(({ value }) => value === keyOf(current));
  return isListed ? all : [choice(current, current.name ?? t.movements.kinds[current.entity]), ...all];
}
