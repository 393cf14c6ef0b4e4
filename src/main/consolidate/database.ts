import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { z } from 'zod';
import { StartError } from '../db/start-error.ts';
import type { Scalar } from './columns.ts';

/** Where head office's database is, and who asks. */
export interface DatabaseAddress {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

export type Rows = readonly Readonly<Record<string, unknown>>[];

/** Head office's database, as much as the consolidator needs of it. Each call is refused with StartError when it is gone. */
export interface Database {
  select: (sql: string, values?: readonly Scalar[]) => Promise<Rows>;
  /** @returns how many rows were written or taken out */
  run: (sql: string, values?: readonly Scalar[]) => Promise<number>;
  /** Many rows in one statement, which is one transaction: the columns are named in the SQL, which ends with VALUES. */
  insert: (sql: string, rows: readonly (readonly Scalar[])[]) => Promise<number>;
  /** All of it or nothing. */
  together: (work: () => Promise<void>) => Promise<void>;
  close: () => Promise<void>;
}

/** Texts are escaped by the client: modes in which it would escape them wrongly, or the database cut them, are not left on. */
const SESSION = "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00'";

const changed = z.object({ affectedRows: z.int() });

/** @throws StartError when it cannot be reached; without the password */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  const place = `${address.database} at ${address.host}:${address.port}`;
  const trouble = (error: unknown) => new StartError(`The database ${place} ${reasonOf(error)}`);
  const connection = await connect(address).catch((error: unknown) => Promise.reject(trouble(error)));
  // A connection that breaks while nothing is asked would end the program; the next question says what is the matter.
  connection.on('error', () => undefined);
  const run = async (sql: string, values: readonly unknown[] = []): Promise<number> => {
    const [result] = await connection.query(sql, [...values]).catch((error: unknown) => Promise.reject(trouble(error)));
    return changed.parse(result).affectedRows;
  };
  return {
    async select(sql, values = []) {
      const [rows] = await connection
        .query<RowDataPacket[]>(sql, [...values])
        .catch((error: unknown) => Promise.reject(trouble(error)));
      return rows;
    },
    run,
    insert: (sql, rows) => run(`${sql} ?`, [rows]),
    async together(work) {
      await run('START TRANSACTION');
      await work();
      await run('COMMIT');
    },
    close: () => connection.end().catch(() => undefined),
  };
}

async function connect({ host, port, user, password, database }: DatabaseAddress): Promise<Connection> {
  const connection = await createConnection({
    host,
    port,
    user,
    password,
    database,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    connectTimeout: 10_000,
  });
  await connection.query(SESSION);
  return connection;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (GONE.has(code))
    return `does not answer (${code}). What was being loaded does not count; run the same again later.`;
  return `refused: ${error instanceof Error ? error.message : String(error)}.`;
}

const GONE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'ER_SERVER_SHUTDOWN',
  'PROTOCOL_CONNECTION_LOST',
]);
