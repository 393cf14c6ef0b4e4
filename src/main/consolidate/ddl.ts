import { BUNDLE_FILES } from './bundle-files.ts';
import { type ColumnKind, quoted, sqlType } from './columns.ts';
import { type BundleFile, tableOf } from './table.ts';

/*
 * Plain InnoDB tables, the site first in every primary key, nothing between tables, no numbers given by the database: what
 * MySQL, MariaDB, TiDB and Vitess all take, and what can be cut into shards by site.
 */

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/** Each bundle that was loaded or begun; what is not complete does not count. */
const BUNDLES = `CREATE TABLE IF NOT EXISTS bundles (
  site VARCHAR(20) NOT NULL,
  sequence BIGINT NOT NULL,
  sha256 CHAR(64) NOT NULL,
  previous CHAR(64),
  restored_after BIGINT,
  from_commit BIGINT NOT NULL,
  to_commit BIGINT NOT NULL,
  instant DATETIME(3) NOT NULL,
  schema_version INT NOT NULL,
  audit_seq BIGINT NOT NULL,
  audit_head CHAR(64) NOT NULL,
  key_sha256 CHAR(64) NOT NULL,
  is_complete TINYINT NOT NULL,
  -- Up to which of its commits it holds: less than to_commit once a later bundle tells of a restore.
  holds_to BIGINT NOT NULL,
  -- Whether the rows beyond that are taken out.
  is_cut TINYINT NOT NULL,
  PRIMARY KEY (site, sequence)
) ${OPTIONS}`;

/** Which version of these tables a database has. */
export const VERSION_TABLE = `CREATE TABLE IF NOT EXISTS consolidation_versions (
  version INT NOT NULL,
  PRIMARY KEY (version)
) ${OPTIONS}`;

/** Every table. May be run again. */
export function tableStatements(): string[] {
  return [BUNDLES, ...BUNDLE_FILES.map(createTable)];
}

/** The columns of a file's table, in order, without site and bundle. */
export function columnsOf({ columns, state }: BundleFile): Readonly<Record<string, ColumnKind>> {
  const taken = Object.entries(state?.columns ?? {}).map(([name, { kind }]) => [name, kind] as const);
  return { ...columns, ...('commit_seq' in columns ? {} : { commit_seq: 'int' }), ...Object.fromEntries(taken) };
}

function createTable(file: BundleFile): string {
  const { key, indexes } = file;
  const isRequired = (name: string) => key.includes(name) || name === 'commit_seq';
  const columns = Object.entries(columnsOf(file)).map(
    ([name, kind]) => `${quoted(name)} ${sqlType(kind)}${isRequired(name) ? ' NOT NULL' : ''}`,
  );
  return `CREATE TABLE IF NOT EXISTS ${tableOf(file)} (
  site VARCHAR(20) NOT NULL,
  bundle BIGINT NOT NULL,
  ${columns.join(',\n  ')},
  PRIMARY KEY (site, bundle, ${key.map(quoted).join(', ')})${indexes
    .map((names) => `,\n  KEY by_${names.join('_')} (site, ${names.map(quoted).join(', ')})`)
    .join('')}
) ${OPTIONS}`;
}

/** For each file a view of the rows that hold: of bundles loaded whole, and not taken back by a restore. May be run again. */
export function rowViewStatements(): string[] {
  return BUNDLE_FILES.flatMap((file) => (file.state === null ? [holdingRows(file, file.name)] : stateViews(file)));
}

function holdingRows(file: BundleFile, view: string): string {
  const columns = Object.keys(columnsOf(file)).map((name) => `r.${quoted(name)}`);
  return `CREATE OR REPLACE VIEW ${view} AS
SELECT r.site, r.bundle, ${columns.join(', ')}
FROM ${tableOf(file)} r JOIN bundles b ON b.site = r.site AND b.sequence = r.bundle
WHERE b.is_complete = 1 AND r.commit_seq <= b.holds_to`;
}

/** `customers_history`, every state, and `customers`, the latest whole one of each. */
function stateViews(file: BundleFile): string[] {
  const { name, state } = file;
  if (state === null) return [];
  const history = `${name}_history`;
  const columns = Object.keys(state.columns).map((column) => `h.${quoted(column)}`);
  const marker = quoted(state.marker);
  return [
    holdingRows(file, history),
    `CREATE OR REPLACE VIEW ${name} AS
SELECT h.site, h.entity_id AS id, ${columns.join(', ')}, h.${quoted('after')}, h.audit_seq, h.commit_seq
FROM ${history} h JOIN (
  SELECT site, entity_id, MAX(audit_seq) AS audit_seq FROM ${history}
  WHERE ${marker} IS NOT NULL GROUP BY site, entity_id
) latest ON latest.site = h.site AND latest.entity_id = h.entity_id AND latest.audit_seq = h.audit_seq`,
  ];
}
