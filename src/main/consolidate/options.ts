import { parseArgs } from 'node:util';
import { StartError } from '../db/start-error.ts';
import type { DatabaseAddress } from './database.ts';

export const PASSWORD_VARIABLE = 'DEPOT_DATABASE_PASSWORD';

export const HELP = `Loads bundles of any number of sites into head office's database, each once, and only what the sites have signed.

  npm run consolidate -- BUNDLE... --key SITE=FILE... --database mysql://USER@HOST/NAME

  BUNDLE            a bundle, a zip file; any number of them, in any order
  --key SITE=FILE   a site's public key, as its console shows it; once for each site
  --key FOLDER      a folder of them: KB1.pem is the key of KB1
  --database URL    MySQL 8, MariaDB, or what speaks as they do; tables and views are made at the first time
  --help            this text

The password comes from ${PASSWORD_VARIABLE}, or stands in the URL, where others on this computer may see it.
`;

export interface ConsolidateOptions {
  bundles: string[];
  /** As given: `SITE=FILE`, or a folder. */
  keys: string[];
  address: DatabaseAddress;
}

/**
 * @returns null when only the help was asked for
 * @throws StartError with a sentence for whoever typed the arguments; it never holds the password
 */
export function parseConsolidateOptions(
  args: string[],
  env: Readonly<Record<string, string | undefined>>,
): ConsolidateOptions | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  if (positionals.length === 0 || values.key === undefined || values.database === undefined) {
    throw new StartError('Say which bundles to load, each site’s --key, and into which --database. See --help.');
  }
  return { bundles: positionals, keys: values.key, address: addressOf(values.database, env[PASSWORD_VARIABLE]) };
}

const MYSQL_PORT = 3306;

function addressOf(text: string, password: string | undefined): DatabaseAddress {
  const url = URL.parse(text);
  const database = url?.pathname.slice(1) ?? '';
  if (url?.protocol !== 'mysql:' || url.hostname === '' || url.username === '' || !/^[^/]+$/.test(database)) {
    throw new StartError('The --database must read mysql://USER@HOST/NAME. See --help.');
  }
  return {
    host: url.hostname,
    port: url.port === '' ? MYSQL_PORT : Number(url.port),
    user: decodeURIComponent(url.username),
    password: url.password === '' ? (password ?? '') : decodeURIComponent(url.password),
    database: decodeURIComponent(database),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true },
        database: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}
