import { quoted, type Scalar } from './columns.ts';
import type { Database } from './database.ts';
import { columnsOf } from './ddl.ts';
import { type BundleFile, tableOf } from './table.ts';

/** One statement, one transaction: far below what any of the engines takes (TiDB: 100 MB, a packet of MariaDB: 16 MB). */
const MOST_ROWS = 1_000;
const MOST_LETTERS = 1_000_000;

export interface Batch {
  /** Values in the order of the table's columns, without site and bundle. */
  add: (values: readonly Scalar[]) => Promise<void>;
  end: () => Promise<void>;
}

/** Gathers the rows of one file and writes many at once. */
export function createBatch(database: Database, file: BundleFile, [site, bundle]: readonly [string, number]): Batch {
  const names = ['site', 'bundle', ...Object.keys(columnsOf(file))];
  const sql = `INSERT INTO ${tableOf(file)} (${names.map(quoted).join(', ')}) VALUES`;
  let rows: Scalar[][] = [];
  let letters = 0;
  const write = async () => {
    if (rows.length > 0) await database.insert(sql, rows);
    rows = [];
    letters = 0;
  };
  return {
    async add(values) {
      rows.push([site, bundle, ...values]);
      for (const value of values) letters += typeof value === 'string' ? value.length : 8;
      if (rows.length >= MOST_ROWS || letters >= MOST_LETTERS) await write();
    },
    end: write,
  };
}
