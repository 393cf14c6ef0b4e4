import type { ColumnKind } from './columns.ts';

/** A file of a bundle and the table its rows go to. */
export interface BundleFile {
  /** Of the file without `.ndjson`, and of the view that shows the rows that hold. */
  name: string;
  columns: Readonly<Record<string, ColumnKind>>;
  /** What tells its rows apart within a bundle. */
  key: readonly string[];
  /** Where the commit of a row is told: a column of its own, or the document a line belongs to. */
  commit: { column: string } | { parent: string; column: string };
  /** Other columns rows are looked for by, beside the site. */
  indexes: readonly (readonly string[])[];
  /** What is taken out of a state's JSON (`after`) to stand in columns; `null` for ledgers. */
  state: StateColumns | null;
}

export interface StateColumns {
  /** A whole state has it; what only notes a sign-in or new rates has not, and leaves all of these columns empty. */
  marker: string;
  columns: Readonly<Record<string, { field: string; kind: ColumnKind }>>;
}

/** The table's name: it also holds rows of bundles that are loaded in part, which no view shows. */
export function tableOf({ name }: Pick<BundleFile, 'name'>): string {
  return `bundle_${name}`;
}

/** A ledger, whose rows have an id and carry their commit. */
export function ledger(name: string, columns: BundleFile['columns'], indexes: BundleFile['indexes'] = []): BundleFile {
  return {
    name,
    columns: { id: 'int', ...columns, commit_seq: 'int' },
    key: ['id'],
    commit: { column: 'commit_seq' },
    indexes: [['id'], ...indexes],
    state: null,
  };
}

/** Lines of a document of another file, which stands before them in the bundle. */
export function lines(
  name: string,
  parent: string,
  key: readonly [document: string, ...others: string[]],
  columns: BundleFile['columns'],
): BundleFile {
  return { name, columns, key, commit: { parent, column: key[0] }, indexes: [[key[0]]], state: null };
}

/** Each state that something changing ever had, as the audit holds it. */
export function states(name: string, state: StateColumns): BundleFile {
  return {
    name,
    columns: {
      audit_seq: 'int',
      commit_seq: 'int',
      action: 'word',
      entity_id: 'int',
      entity_number: 'text',
      after: 'json',
    },
    key: ['audit_seq'],
    commit: { column: 'commit_seq' },
    indexes: [['entity_id', 'audit_seq']],
    state,
  };
}
