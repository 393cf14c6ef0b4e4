import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgramFiles } from '../../src/main/program-files.ts';
import { setUpDepot } from './fixture/depot.ts';
import { type Size, writeHistory } from './fixture/history.ts';

export type { Size } from './fixture/history.ts';

/** A counter with ten years of data: as many customers as a large depot has. */
export const LARGE: Size = { invoices: 1_000_000, customers: 100_000 };

/** Set up as test/helpers/open-counter.ts does; so are its people's passwords. */
export async function buildFixture(dataDir: string, size: Size): Promise<void> {
  const depot = await setUpDepot(dataDir);
  writeHistory(dataDir, depot, size);
}

/**
 * A data folder of that size, built once for each schema and kept outside the repository. It is shared by everything
 * that measures: copy it before writing.
 *
 * @returns the folder; its last day is the one before the tests' clock.
 */
export async function cachedFixture(size: Size): Promise<string> {
  const folder = path.join(tmpdir(), `depot-console-bench-${schemaHash()}-${size.invoices}-${size.customers}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await buildFixture(unfinished, size);
  renameSync(unfinished, folder);
  return folder;
}

/** Changes with the schema and with what this writes. */
function schemaHash(): string {
  const hash = createHash('sha256');
  const { migrations } = findProgramFiles();
  const sources = path.join(import.meta.dirname, 'fixture');
  for (const folder of [migrations, sources]) {
    for (const file of readdirSync(folder).toSorted()) {
      if (/\.(sql|ts)$/.test(file)) hash.update(readFileSync(path.join(folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}
