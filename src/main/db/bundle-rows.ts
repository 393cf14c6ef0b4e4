import { z } from 'zod';
import type { Db } from './db.ts';

/** One file of a bundle: rows of some commits, in the order they were written, columns as they are stored. */
export interface BundleTable {
  name: string;
  rows: (from: number, to: number) => Iterable<Readonly<Record<string, unknown>>>;
}

/** Tables whose rows carry their commit and are never changed. `requests` holds answers, which is nobody else's business. */
const LEDGERS = [
  'transactions',
  'meter_readings',
  'movements',
  'stock_transfers',
  'invoices',
  'payments',
  'receipts',
  'allocations',
  'credit_notes',
  'write_offs',
  'deposits',
  'z_reports',
] as const;

/** Rows that belong to a document, which carries the commit. */
const LINES = [
  { table: 'transaction_lines', parent: 'transactions', key: 'transaction_id', order: 'line_no' },
  { table: 'transaction_taxes', parent: 'transactions', key: 'transaction_id', order: 'category, row.rate' },
  { table: 'credit_note_lines', parent: 'credit_notes', key: 'credit_note_id', order: 'line_no' },
] as const;

/** What changes until it is settled, or always: each state it had is in the audit, and stays there. */
const STATES = {
  customers: 'customer',
  equipment: 'equipment',
  services: 'service',
  depots: 'depot',
  users: 'user',
  distributions: 'distribution',
} as const;

const row = z.record(z.string(), z.unknown());
const place = z.object({ id: z.int(), commitSeq: z.int() }).optional();
const largest = z.int().nullable();

/**
 * Everything head office gets of some commits: ledgers as they are, and each state of what changes. The same commits give
 * the same rows at any time, because none of these rows is ever changed.
 */
export function bundleTables(db: Db): BundleTable[] {
  const all = function* (sql: string, ...values: (string | number)[]) {
    for (const found of db.$client.prepare(sql).iterate(...values)) yield row.parse(found);
  };
  return [
    {
      name: 'commits',
      rows: (from, to) => all('SELECT * FROM commits WHERE seq BETWEEN ? AND ? ORDER BY seq', from, to),
    },
    {
      name: 'audit',
      rows: (from, to) =>
        all(
          'SELECT * FROM audit WHERE seq >= ? AND commit_seq <= ? ORDER BY seq',
          firstAfter(db, 'audit', 'seq', from),
          to,
        ),
    },
    ...Object.entries(STATES).map(([name, type]) => ({
      name,
      rows: (from: number, to: number) =>
        all(
          `SELECT seq AS audit_seq, commit_seq, action, entity_id, entity_number, after
          FROM audit WHERE seq >= ? AND commit_seq <= ? AND +entity_type = ? ORDER BY seq`,
          firstAfter(db, 'audit', 'seq', from),
          to,
          type,
        ),
    })),
    ...LEDGERS.map((table) => ({
      name: table,
      rows: (from: number, to: number) =>
        all(
          `SELECT * FROM ${table} WHERE id >= ? AND id < ? ORDER BY id`,
          firstAfter(db, table, 'id', from),
          firstAfter(db, table, 'id', to + 1),
        ),
    })),
    ...LINES.map(({ table, parent, key, order }) => ({
      name: table,
      rows: (from: number, to: number) =>
        all(
          `SELECT row.* FROM ${table} AS row WHERE row.${key} >= ? AND row.${key} < ? ORDER BY row.${key}, row.${order}`,
          firstAfter(db, parent, 'id', from),
          firstAfter(db, parent, 'id', to + 1),
        ),
    })),
  ];
}

/**
 * The first row that was written by a commit or a later one. Rows lie in the order of their commits, so that halving
 * finds it; no index by commit has to be kept with every sale.
 */
function firstAfter(db: Db, table: string, key: 'id' | 'seq', commit: number): number {
  const { $client: client } = db;
  const at = client.prepare(
    `SELECT ${key} AS id, commit_seq AS commitSeq FROM ${table} WHERE ${key} >= ? ORDER BY ${key} LIMIT 1`,
  );
  let low = 1;
  let high = (largest.parse(client.prepare(`SELECT max(${key}) FROM ${table}`).pluck().get()) ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = place.parse(at.get(middle));
    if (found === undefined || found.commitSeq >= commit) high = middle;
    else low = found.id + 1;
  }
  return low;
}
