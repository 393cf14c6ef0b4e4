import { z } from 'zod';
import { StartError } from '../db/start-error.ts';
import type { Database } from './database.ts';
import { rowViewStatements, tableStatements, VERSION_TABLE } from './ddl.ts';
import { GROUP_VIEWS } from './views.ts';

/** Counted up with every change of tables or views. */
const VERSION = 1;

// Numbers come as text where the engine calls them large; none at all counts as 0.
const known = z.array(z.object({ version: z.coerce.number() }));

/**
 * Makes the tables and views where they are not made yet; begun and broken off, it begins again.
 *
 * @throws StartError when a newer program has made them
 */
export async function prepareSchema(database: Database): Promise<void> {
  await database.run(VERSION_TABLE);
  const [found] = known.parse(await database.select('SELECT MAX(version) AS version FROM consolidation_versions'));
  const version = found?.version ?? 0;
  if (version > VERSION) {
    throw new StartError(
      `The tables of this database are of version ${version}; this program knows ${VERSION}. Update it.`,
    );
  }
  if (version === VERSION) return;
  for (const statement of [...tableStatements(), ...rowViewStatements(), ...GROUP_VIEWS]) await database.run(statement);
  await database.insert('INSERT INTO consolidation_versions (version) VALUES', [[VERSION]]);
}

const locked = z.array(z.object({ locked: z.coerce.number() }));

/** Belongs to the connection: whoever is killed lets go of it. */
const LOCK = "CONCAT('depot-consolidate ', MD5(DATABASE()))";

/** The database sees at once that a loader was killed, but first ends what it was doing for it. */
const SECONDS = 5;

/** Keeps other loaders out until the connection is closed. @throws StartError when one is at work */
export async function lockOutOthers(database: Database): Promise<void> {
  const [answer] = locked.parse(await database.select(`SELECT GET_LOCK(${LOCK}, ${SECONDS}) AS locked`));
  if (answer?.locked !== 1)
    throw new StartError('Another loader is at work on this database. Try again when it is done.');
}
