import { and, eq, ne, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { refuse, refuseField } from '../../shared/errors.ts';
import type { Db } from '../db/db.ts';
import { sessions, users } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import { actorOf, type ReadContext, type Unit } from './context.ts';
import { defined } from './defined.ts';
import { depotById } from './depots.ts';
import { pageOf } from './keyset.ts';
import { found } from './not-found.ts';
import { containing } from './search.ts';
import { refusingDuplicates } from '../db/refusing-duplicates.ts';

const byId = statement((db) =>
  db
    .select()
    .from(users)
    .where(eq(users.id, sql.placeholder('id')))
    .prepare(),
);

const byUsername = statement((db) =>
  db
    .select()
    .from(users)
    .where(eq(users.username, sql.placeholder('username')))
    .prepare(),
);

const UNIQUE = {
  'users.username': ['username', 'user name'],
  'users.employee_id': ['employeeId', 'employee id'],
} as const;

export type UserRow = typeof users.$inferSelect;
export type User = Output<'users.get'>;
export type UserFields = Pick<
  Input<'users.create'>,
  'username' | 'fullName' | 'employeeId' | 'role' | 'depotId' | 'vehicleNo'
>;

/** Hashes made before the transaction began; left out when the secret stays. */
export interface SecretHashes {
  passwordHash?: string;
  pinHash?: string | null;
}

/** @throws Refusal NOT_FOUND */
export function userById(db: Db, id: number): UserRow {
  return found(byId(db).get({ id }), 'user', id);
}

export function findUser(db: Db, username: string): UserRow | undefined {
  return byUsername(db).get({ username });
}

/** A driver who is at work: his truck is where goods are. @throws Refusal NOT_FOUND, INVALID_STATE */
export function activeDriver(db: Db, id: number): UserRow {
  const driver = found(byId(db).get({ id }), 'driver', id);
  if (driver.role !== 'DRIVER' || !driver.isActive) {
    refuse('INVALID_STATE', `${driver.fullName} is not a driver at work. Choose another truck.`, {
      status: driver.isActive ? driver.role : 'INACTIVE',
    });
  }
  return driver;
}

export function getUser({ db }: ReadContext, { id }: Input<'users.get'>): User {
  return toUser(userById(db, id));
}

export function listUsers({ db }: ReadContext, input: Input<'users.list'>): Output<'users.list'> {
  const page = pageOf(
    db,
    input,
    { key: users.username, id: users.id, descending: input.sort === '-username' },
    [
      containing(input.search, users.username, users.fullName, users.employeeId, users.vehicleNo),
      input.role && eq(users.role, input.role),
      input.isActive === undefined ? undefined : eq(users.isActive, input.isActive),
    ],
    {
      table: users,
      rows: (where, orderBy, limit) =>
        db
          .select()
          .from(users)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit)
          .all(),
      cursorOf: (row) => [row.username, row.id],
    },
  );
  return { ...page, items: page.items.map(toUser) };
}

export function listDrivers({ db }: ReadContext, { depotId }: Input<'users.drivers'>): Output<'users.drivers'> {
  const items = db
    .select({ id: users.id, fullName: users.fullName, vehicleNo: users.vehicleNo, depotId: users.depotId })
    .from(users)
    .where(and(eq(users.role, 'DRIVER'), eq(users.isActive, true), depotId ? eq(users.depotId, depotId) : undefined))
    .orderBy(users.fullName)
    .all();
  return { items };
}

export function createUser(
  unit: Unit,
  input: UserFields,
  secrets: { passwordHash: string; pinHash: string | null; mustChangePassword: boolean },
): User {
  const { username, fullName, employeeId, role, depotId = null, vehicleNo } = input;
  if (depotId !== null) depotById(unit.db, depotId);
  const row = refusingDuplicates(UNIQUE, () =>
    unit.db
      .insert(users)
      .values({ username, fullName, employeeId, role, depotId, vehicleNo: vehicleNo || null, ...secrets })
      .returning()
      .get(),
  );
  const after = toUser(row);
  unit.audit({ action: 'users.create', entityType: 'user', entityId: row.id, entityNumber: username, after });
  return after;
}

export function updateUser(unit: Unit, input: Input<'users.update'>, secrets: SecretHashes): User {
  const before = userById(unit.db, input.id);
  const { username, fullName, employeeId, role, depotId, vehicleNo, isActive } = input;
  if (typeof depotId === 'number') depotById(unit.db, depotId);
  const takesAccess = isActive === false || (role !== undefined && role !== 'ADMIN');
  if (before.role === 'ADMIN' && takesAccess) refuseLastAdmin(unit.db, before.id);
  const changes = defined({ username, fullName, employeeId, role, depotId, vehicleNo, isActive, ...secrets });
  return saveUser(unit, before, changes, 'users.update');
}

export function deactivateUser(unit: Unit, { id }: Input<'users.deactivate'>): User {
  const before = userById(unit.db, id);
  if (id === actorOf(unit).id) refuseField('id', 'You cannot take your own access away: ask another administrator.');
  if (before.role === 'ADMIN') refuseLastAdmin(unit.db, id);
  return saveUser(unit, before, { isActive: false }, 'users.deactivate');
}

/** Saves a user; new secrets or lost access end the sessions that were open. */
export function saveUser(unit: Unit, before: UserRow, changes: Partial<UserRow>, action: string): User {
  if (Object.keys(changes).length === 0) return toUser(before);
  const after = refusingDuplicates(UNIQUE, () =>
    unit.db.update(users).set(changes).where(eq(users.id, before.id)).returning().get(),
  );
  const hasNewSecret = changes.passwordHash !== undefined || changes.pinHash !== undefined;
  const endsSessions = changes.isActive === false || hasNewSecret || changes.role !== undefined;
  if (endsSessions) {
    unit.db
      .update(sessions)
      .set({ revokedAt: unit.instant })
      .where(and(eq(sessions.userId, before.id), ne(sessions.id, unit.sessionId ?? '')))
      .run();
  }
  unit.audit({
    action,
    entityType: 'user',
    entityId: before.id,
    entityNumber: before.username,
    before: toUser(before),
    after: {
      ...toUser(after),
      passwordChanged: changes.passwordHash !== undefined,
      pinChanged: changes.pinHash !== undefined,
    },
  });
  return toUser(after);
}

function refuseLastAdmin(db: Db, id: number): void {
  const other = db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'ADMIN'), eq(users.isActive, true), ne(users.id, id)))
    .get();
  if (!other) {
    refuse('INVALID_STATE', 'This is the last administrator. Make another one first.', { status: 'LAST_ADMIN' });
  }
}

export function toUser(row: UserRow): User {
  const { id, username, fullName, employeeId, role, depotId, vehicleNo, isActive } = row;
  return { id, username, fullName, employeeId, role, depotId, vehicleNo, isActive, hasPin: row.pinHash !== null };
}
