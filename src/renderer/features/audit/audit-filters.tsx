import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PAGE_LARGEST } from '../../../shared/contract/lists.ts';
import { call } from '../../api.ts';
import { fetchAll } from '../../data/fetch-all.ts';
import { t } from '../../texts/index.ts';
import { DateFilter } from '../../ui/date-filter.tsx';
import { Pick } from '../../ui/pick.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { auditInput, filterAudit, useAuditFilter } from './audit-filter.ts';
import classes from './audit.module.css';

const ANY = 'any';
const ENTITIES = Object.entries(t.audit.entities).map(([value, label]) => ({ value, label }));

/** Everybody there ever was: those who left did something, too. */
export function usePeople() {
  return useQuery({
    queryKey: ['users.list', 'all'],
    queryFn: () => fetchAll((cursor) => call('users.list', { limit: PAGE_LARGEST, cursor })),
    staleTime: 60_000,
  });
}

/** By number, person, thing and days. */
export function AuditFilters() {
  const filter = useAuditFilter();
  const { data: people = [] } = usePeople();
  const set = useAuditFilter.setState;
  return (
    <div className={classes.bar}>
      <SearchField
        key={`search ${filter.version}`}
        placeholder={t.audit.searchHint}
        value={filter.search}
        onSearch={(search) => set({ search })}
        width={220}
        isFirst
      />
      <Pick
        w={190}
        aria-label={t.audit.who}
        data={[
          { value: ANY, label: t.audit.anyone },
          ...people.map(({ id, username, fullName }) => ({ value: String(id), label: `${fullName} (${username})` })),
        ]}
        value={filter.userId === null ? ANY : String(filter.userId)}
        onChange={(id) => set({ userId: id === ANY || id === null ? null : Number(id) })}
      />
      <Pick
        w={170}
        aria-label={t.audit.about}
        data={[{ value: ANY, label: t.audit.anything }, ...ENTITIES]}
        value={filter.entityType ?? ANY}
        onChange={(type) => set({ entityType: type === ANY ? null : type, entityId: null })}
      />
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
      {Object.keys(auditInput(filter)).length > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => filterAudit({})}>
          {t.movements.clear}
        </Button>
      )}
    </div>
  );
}
