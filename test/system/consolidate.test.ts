import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate/browser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBundle } from '../../src/main/bundles/make-bundle.ts';
import type { Call } from '../helpers/open-test-console.ts';
import { openRestoreDesk } from '../main/backups/restore-desk.ts';
import { until } from './cups/until.ts';
import { groupFigures, siteFigures } from './maria/figures.ts';
import { dump, load, startLoader } from './maria/loader.ts';
import { startMaria, type TestMaria } from './maria/start-maria.ts';
import { openSite, type Site } from './maria/trade.ts';

let maria: TestMaria;
const sites: Site[] = [];
let bundles: string[] = [];
beforeAll(async () => {
  maria = await startMaria();
  for (const name of ['KB1', 'TU2', 'WL3']) {
    const site = await openSite(name);
    await site.trade(30);
    sites.push(site);
  }
  bundles = sites.flatMap((site) => site.bundles);
}, 120_000);
afterAll(async () => {
  await maria.remove();
  for (const { console } of sites) await console.remove();
});

test('a month of three sites: the views say what each site says', async () => {
  await maria.create('plain');
  const loaded = await load(maria, 'plain', sites, bundles);
  expect(loaded).toMatchObject({ code: 0, err: '' });
  expect(loaded.out.split('\n')).toHaveLength(4);
  expect(loaded.out).toMatch(
    /^KB1: 10 loaded, 0 known already, 0 refused; now at number 10, commit \d+ of 2026-02-18 01:00 UTC\.\n/,
  );
  for (const { site, admin } of sites) {
    const own = await siteFigures(admin);
    expect(own.sales.length).toBeGreaterThanOrEqual(30);
    expect({ site, ...(await groupFigures(maria, 'plain', site)) }).toEqual({ site, ...own });
  }
});

test('loaded twice, or in any order and a few at a time, the tables are the same', async () => {
  const before = await dump(maria, 'plain');
  const again = await load(maria, 'plain', sites, bundles);
  expect(again).toMatchObject({ code: 0, err: '' });
  expect(again.out).toContain('WL3: 0 loaded, 10 known already, 0 refused');
  expect(await dump(maria, 'plain')).toEqual(before);
  await maria.create('mixed');
  const [early, late] = [bundles.filter((_, index) => index % 10 < 4), bundles.filter((_, index) => index % 10 >= 3)];
  for (const part of [early, late]) {
    expect((await load(maria, 'mixed', sites, part.toReversed())).code).toBe(0);
  }
  expect(await dump(maria, 'mixed')).toEqual(before);
});

/** Starts a loader that stops in the middle of a bundle, because somebody holds a table it writes to. */
async function loadHalf(database: string) {
  await maria.create(database);
  await load(
    maria,
    database,
    sites,
    bundles.filter((_, index) => index % 10 < 3),
  );
  const release = await maria.hold(database, 'bundle_invoices');
  const loader = startLoader(maria, database, sites, bundles);
  await until('a bundle is half loaded', async () => {
    const half = await maria.ask(database, 'SELECT 1 FROM bundles WHERE is_complete = 0 AND sequence = 4');
    const rows = await maria.ask(database, "SELECT 1 FROM bundle_movements WHERE site = 'KB1' AND bundle = 4");
    return half.length > 0 && rows.length > 0;
  });
  return { ...loader, release };
}

/** What every view says of every site. */
async function everything(database: string) {
  return Promise.all(sites.map(({ site }) => groupFigures(maria, database, site)));
}

test('killed in the middle, nothing half is seen, and the next run makes the same tables', async () => {
  const { process, ended, release } = await loadHalf('killed');
  const before = await everything('killed');
  expect(await load(maria, 'killed', sites, bundles)).toEqual({
    code: 1,
    out: '',
    err: 'Another loader is at work on this database. Try again when it is done.\n',
  });
  process.kill('SIGKILL');
  await ended;
  release();
  expect(await everything('killed')).toEqual(before);
  expect(await maria.ask('killed', 'SELECT last_bundle FROM sites')).toEqual(sites.map(() => ({ last_bundle: 3 })));
  expect((await load(maria, 'killed', sites, bundles)).code).toBe(0);
  expect(await dump(maria, 'killed')).toEqual(await dump(maria, 'plain'));
});

test('when the database goes away in the middle, one sentence says so, and nothing half is seen', async () => {
  const { ended, release } = await loadHalf('gone');
  const before = await everything('gone');
  await maria.kill();
  release();
  const { code, out, err } = await ended;
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^The database gone at 127\.0\.0\.1:\d+ does not answer \([A-Z_]+\)\. .+\.\n$/);
  expect((await load(maria, 'gone', sites, bundles)).err).toMatch(/ does not answer \(ECONNREFUSED\)\./);
  await maria.start();
  expect(await everything('gone')).toEqual(before);
  expect((await load(maria, 'gone', sites, bundles)).code).toBe(0);
  expect(await dump(maria, 'gone')).toEqual(await dump(maria, 'plain'));
});

test('an altered bundle, a fork, another site’s key and what comes after a gap are refused, and nothing of them is loaded', async () => {
  await maria.create('strict');
  const [site] = sites;
  const [one = '', two = '', three = '', four = '', five = ''] = site?.bundles ?? [];
  const { dataDir } = site?.console ?? { dataDir: '' };
  const give = (...files: string[]) => load(maria, 'strict', sites.slice(0, 1), files);
  expect((await give(two, one)).code).toBe(0);
  const before = await dump(maria, 'strict');

  const altered = path.join(dataDir, 'altered.zip');
  const bytes = readFileSync(three);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(altered, bytes);
  const bent = await give(four, altered);
  expect(bent).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^KB1: 0 loaded, 0 known already, 2 refused; now at number 2,/) as string,
  });
  expect(bent.err).toContain(`${altered}: REFUSED. `);
  expect(bent.err).toContain(`${four}: REFUSED. Number 3 of KB1 was refused, and this one comes after it.\n`);

  expect(await give(five)).toMatchObject({ code: 1, err: `${five}: REFUSED. Number 3 of KB1 is missing: a gap.\n` });

  // The site's own key has signed another number 2, which ends where number 3 ends.
  const { toCommit } = JSON.parse(manifestOf(three)) as { toCommit: number };
  const { fromCommit, previous } = JSON.parse(manifestOf(two)) as { fromCommit: number; previous: string };
  const target = path.join(dataDir, 'fork.zip');
  await makeBundle(
    { dataDir, target, sequence: 2, previous, restoredAfter: null, fromCommit, toCommit },
    () => undefined,
  );
  expect(await give(target)).toMatchObject({
    code: 1,
    err: `${target}: REFUSED. Another bundle number 2 of KB1 is loaded already: a fork.\n`,
  });

  const foreign = sites[1]?.keyFile ?? '';
  const wrong = await load(maria, 'strict', [{ site: 'KB1', keyFile: foreign }], [three]);
  expect(wrong.err).toContain('It was made for another key than this site’s.');
  expect((await load(maria, 'strict', [{ site: 'TU2', keyFile: foreign }], [three])).err).toContain(
    'No key is given for the site KB1.',
  );
  expect(await dump(maria, 'strict')).toEqual(before);
  expect((await give(three, four, five)).code).toBe(0);
});

test('after a restore, what was taken back does not count any more', async () => {
  await maria.create('restored');
  const desk = await openRestoreDesk();
  try {
    const keyFile = path.join(desk.dataDir, 'KB1.pem');
    writeFileSync(keyFile, (await desk.admin('exports.key', {})).publicKey);
    const made: string[] = [];
    const exportNow = async (admin: Call) =>
      made.push(path.join(desk.dataDir, 'bundles', (await admin('exports.run', {})).file));
    await desk.sell([desk.deliver(1)]);
    await exportNow(desk.admin);
    const { name } = await desk.admin('backups.run', {});
    await desk.sell([desk.deliver(2)], { payment: { method: 'PAYNOW', amount: '20.00' } });
    await desk.sell([desk.deliver(3)]);
    await exportNow(desk.admin);
    const give = (count: number) => load(maria, 'restored', [{ site: 'KB1', keyFile }], made.slice(0, count));
    expect((await give(2)).code).toBe(0);
    expect(await groupFigures(maria, 'restored', 'KB1')).toEqual(await siteFigures(desk.admin));
    await desk.console.close();
    await desk.restore(path.join(desk.dataDir, 'backups', name));
    const { admin } = await desk.openAgain();
    await desk.sell([desk.deliver(4)], {}, admin);
    await exportNow(admin);
    expect((await give(3)).out).toContain('KB1: 1 loaded, 2 known already, 0 refused; now at number 3');
    const own = await siteFigures(admin);
    expect(own.sales).toMatchObject([{ invoices: 2 }]);
    expect(await groupFigures(maria, 'restored', 'KB1')).toEqual(own);
    expect(await maria.ask('restored', 'SELECT bundle, total FROM bundle_invoices ORDER BY bundle')).toMatchObject([
      { bundle: 1, total: 3979 },
      { bundle: 3, total: 15914 },
    ]);
    await maria.create('restored2');
    expect((await load(maria, 'restored2', [{ site: 'KB1', keyFile }], made.toReversed())).code).toBe(0);
    expect(await dump(maria, 'restored2')).toEqual(await dump(maria, 'restored'));
  } finally {
    await desk.remove();
  }
});

function manifestOf(bundle: string): string {
  return new TextDecoder().decode(unzipSync(readFileSync(bundle))['manifest.json']);
}
