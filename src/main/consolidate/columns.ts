/** What a column of a bundle's rows holds, and so of head office's tables. */
export type ColumnKind = 'int' | 'cents' | 'flag' | 'day' | 'instant' | 'word' | 'text' | 'json' | 'hash';

/** A value of a row, as a bundle holds it and as it is given to the database. */
export type Scalar = string | number | null;

const TYPES: Readonly<Record<ColumnKind, string>> = {
  int: 'BIGINT',
  cents: 'BIGINT',
  flag: 'TINYINT',
  day: 'DATE',
  // UTC. A TIMESTAMP would be moved by the time zone of whoever asks.
  instant: 'DATETIME(3)',
  word: 'VARCHAR(100)',
  text: 'TEXT',
  // The texts the site has signed, letter by letter: the type JSON would write them anew.
  json: 'MEDIUMTEXT',
  hash: 'CHAR(64)',
};

/** The database's type for a column. */
export function sqlType(kind: ColumnKind): string {
  return TYPES[kind];
}

/** A name that may be a word of SQL: `condition`, `after`. */
export function quoted(name: string): string {
  return `\`${name}\``;
}

/**
 * A bundle's value as the database takes it: the only thing that changes is how an instant is written.
 *
 * @throws when it is no value of such a column
 */
export function toDatabase(kind: ColumnKind, value: unknown): Scalar {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') throw new Error('it is neither text nor a number');
  return kind === 'instant' ? value.replace('T', ' ').replace(/Z$/, '') : value;
}
