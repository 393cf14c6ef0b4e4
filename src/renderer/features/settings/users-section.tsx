import type { WireOutput } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import { useDepots } from '../../data/catalogue.ts';
import { t } from '../../texts/index.ts';
import type { Column } from '../../ui/data-list.tsx';
import { InUse } from './in-use.tsx';
import { RecordList } from './record-list.tsx';
import { UserPopup } from './user-popup.tsx';

type User = WireOutput<'users.get'>;

function userColumns(depotName: (depotId: number) => string): Column<User>[] {
  return [
    { id: 'username', header: t.users.fields.username, width: '120px', cell: (user) => user.username },
    { id: 'fullName', header: t.users.fields.fullName, width: 'minmax(140px, 1fr)', cell: (user) => user.fullName },
    { id: 'role', header: t.users.role, width: '110px', cell: (user) => t.roles[user.role] },
    {
      id: 'depot',
      header: t.users.depot,
      cell: (user) => (user.depotId === null ? '' : depotName(user.depotId)),
    },
    { id: 'vehicle', header: t.users.fields.vehicleNo, width: '116px', cell: (user) => user.vehicleNo },
    { id: 'pin', header: t.users.hasPin, width: '40px', cell: (user) => (user.hasPin ? '✓' : '') },
    { id: 'isActive', header: '', width: '92px', cell: (user) => <InUse isActive={user.isActive} /> },
  ];
}

/** Who may do what at this site. */
export function UsersSection() {
  const depots = useDepots();
  return (
    <RecordList
      label={t.users.title}
      verb="users.list"
      fetchPage={(asked) => call('users.list', asked)}
      columns={userColumns((depotId) => depots.byId.get(depotId)?.name ?? '')}
      searchHint={t.users.searchHint}
      addLabel={t.users.add}
      emptyTitle={t.users.none}
      Form={UserPopup}
    />
  );
}
