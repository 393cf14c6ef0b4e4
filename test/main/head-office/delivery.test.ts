import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOST_KEY } from '../../helpers/fake-courier.ts';
import type { Call } from '../../helpers/open-test-console.ts';
import { type EdgeCase, openEdgeCase, problemOf } from '../../helpers/open-edge-case.ts';

const HQ = { kind: 'folder', folder: '/srv/hq' } as const;
const FULL = { state: 'failed', reason: 'The disk of /srv/hq is full: free some space there.', retry: true } as const;
const THERE = { state: 'delivered', proof: 'head office has it' } as const;

let edge: EdgeCase;
beforeEach(async () => {
  edge = await openEdgeCase();
  await ask('settings.update', { export: { destination: HQ } });
});
afterEach(() => edge.console.remove());

/** Sessions end before a clock has gone far. */
const ask: Call = (verb, input) => edge.console.operator(verb, input);
const run = () => ask('exports.run', {});
const sent = () => edge.console.courier.parcels.map(({ parcel }) => parcel.name);
const listed = async () => (await ask('exports.list', { sort: 'id' })).items.map(({ delivery }) => delivery);

async function later(minutes: number): Promise<void> {
  edge.console.clock.set(new Date(edge.console.clock.now().getTime() + minutes * 60_000));
  await edge.console.drain();
}

describe('the way of a bundle to head office', () => {
  test('is asked for with the bundle, and noted in the audit when it is there', async () => {
    const { id, file, sha256, delivery } = await run();
    expect(delivery).toMatchObject({ state: 'queued', target: '/srv/hq', reason: null });
    await edge.console.drain();
    expect(edge.console.courier.parcels).toMatchObject([{ parcel: { name: file, sha256 }, road: HQ }]);
    expect(await listed()).toMatchObject([{ state: 'done', proof: 'head office has it' }]);
    expect((await ask('audit.list', { action: 'bundle.delivered' })).items).toMatchObject([
      { entityId: id, entityNumber: file, after: { to: '/srv/hq', proof: 'head office has it' }, userId: null },
    ]);
    expect((await ask('jobs.list', {})).items).toMatchObject([{ kind: 'EXPORT', subject: 'bundle', number: file }]);
    // What bundles leave behind in the audit is no news for head office.
    expect(await ask('exports.plan', {})).toMatchObject({ hasNews: false, waiting: 0, failed: 0, troubles: [] });
  });

  test('is that of all before it: none overtakes one that is to be tried again', async () => {
    edge.console.courier.outcome = FULL;
    await run();
    await edge.console.drain();
    await run();
    await run();
    await later(0);
    expect(sent()).toEqual(['KB1-000001.zip']);
    const { troubles, waiting } = await ask('exports.plan', {});
    expect([waiting, troubles]).toEqual([
      3,
      [`KB1-000001.zip waits since 20 Jan 2026 09:00 to get to head office: ${FULL.reason}`],
    ]);
    expect((await ask('system.health', {})).notices).toEqual(troubles);
    edge.console.courier.outcome = THERE;
    await later(1);
    expect(sent()).toEqual(['KB1-000001.zip', 'KB1-000001.zip', 'KB1-000002.zip', 'KB1-000003.zip']);
    expect((await ask('system.health', {})).notices).toEqual([]);
  });

  test('is tried for days, every hour in the end', async () => {
    edge.console.courier.outcome = FULL;
    await run();
    for (let hour = 0; hour < 72; hour += 1) await later(61);
    expect(sent().length).toBeGreaterThan(50);
    expect(await listed()).toMatchObject([{ state: 'queued', reason: FULL.reason }]);
    edge.console.courier.outcome = THERE;
    await later(80);
    expect(await listed()).toMatchObject([{ state: 'done' }]);
  });

  test('is given up where another file lies, which holds up nobody; sent again it is tried at once', async () => {
    edge.console.courier.outcome = { state: 'failed', reason: 'Another file lies there.', retry: false };
    const { id } = await run();
    await edge.console.drain();
    edge.console.courier.outcome = THERE;
    await run();
    await edge.console.drain();
    expect(await listed()).toMatchObject([{ state: 'failed', reason: 'Another file lies there.' }, { state: 'done' }]);
    expect(await ask('exports.plan', {})).toMatchObject({
      failed: 1,
      troubles: ['KB1-000001.zip did not get to head office: Another file lies there.'],
    });
    expect(await ask('exports.sendAgain', { id })).toMatchObject({ state: 'done' });
    expect(await ask('exports.plan', {})).toMatchObject({ failed: 0, troubles: [] });
    expect(await ask('exports.sendAgain', { id })).toMatchObject({ state: 'done' });
    expect(sent().filter((name) => name === 'KB1-000001.zip')).toHaveLength(3);
    expect((await ask('audit.list', { action: 'exports.sendAgain' })).items).toHaveLength(2);
  });

  test('begins when somebody says where to, and is tried at once when that is changed', async () => {
    await ask('settings.update', { export: { destination: { kind: 'none' } } });
    const { id, delivery } = await run();
    expect(delivery).toBeNull();
    expect(await problemOf(ask('exports.sendAgain', { id }))).toMatchObject({ code: 'INVALID_STATE' });
    edge.console.courier.outcome = FULL;
    await ask('settings.update', { export: { destination: HQ } });
    expect(await ask('exports.sendAgain', { id })).toMatchObject({ state: 'queued', reason: FULL.reason });
    edge.console.courier.outcome = THERE;
    await ask('settings.update', { export: { destination: { kind: 'folder', folder: '/mnt/hq' } } });
    await edge.console.drain();
    expect(edge.console.courier.parcels.at(-1)?.road).toEqual({ kind: 'folder', folder: '/mnt/hq' });
    expect(await listed()).toMatchObject([{ state: 'done' }]);
  });

  test('goes on after the console was closed in its middle', async () => {
    edge.console.courier.outcome = FULL;
    await run();
    await edge.console.drain();
    edge.console = await edge.console.reopen();
    await later(1);
    expect(sent()).toEqual(['KB1-000001.zip']);
    expect(await listed()).toMatchObject([{ state: 'done' }]);
  });
});

describe('what lets us in at head office', () => {
  const SFTP = {
    kind: 'sftp',
    host: 'sftp.hq.example',
    user: 'kb1',
    signInWith: 'password',
    folder: 'in',
    hostKey: HOST_KEY,
  } as const;

  test('is kept sealed, told to the server only, and missed in words', async () => {
    await ask('settings.update', { export: { destination: SFTP } });
    await run();
    await edge.console.drain();
    const reason =
      'The password of kb1 for head office’s server is not known: enter it in Export & backup → Where to and when.';
    expect(await listed()).toMatchObject([{ state: 'queued', reason }]);
    expect(await ask('exports.test', { destination: SFTP })).toEqual({ ok: false, words: reason });
    await ask('exports.setSecrets', { password: 'open sesame' });
    await edge.console.drain();
    expect(edge.console.courier.parcels.map(({ road }) => road)).toMatchObject([
      { password: 'open sesame', privateKey: null, port: 22 },
    ]);
    const typed = { destination: SFTP, secrets: { password: 'as typed' } };
    expect(await ask('exports.test', typed)).toEqual({ ok: true, words: 'head office has it' });
    expect(edge.console.courier.probes).toMatchObject([{ password: 'as typed' }]);
    expect(await ask('exports.setSecrets', { password: null })).toMatchObject({ password: false });
  });

  test('lies nowhere in the clear', async () => {
    await ask('exports.setSecrets', { password: 'open-sesame-1', privateKey: 'open-sesame-2', token: 'open-sesame-3' });
    await ask('exports.test', { destination: SFTP, secrets: { password: 'open-sesame-4' } });
    const { dataDir } = edge.console;
    await edge.console.close();
    const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const holding = files.filter((entry) =>
      readFileSync(path.join(entry.parentPath, entry.name)).includes('open-sesame'),
    );
    expect(holding.map(({ name }) => name)).toEqual([]);
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('and where it is, is refused when it cannot be meant', async () => {
    const refused = (destination: Parameters<typeof change>[0]) => problemOf(change(destination));
    const change = (destination: { kind: 'https'; address: string } | { kind: 'mail'; to: string }) =>
      ask('settings.update', { export: { destination } });
    expect(await refused({ kind: 'https', address: 'http://hq.example/in' })).toMatchObject({
      details: { errors: [{ path: 'export.destination.address' }] },
    });
    expect(await refused({ kind: 'mail', to: 'books@hq.example' })).toMatchObject({
      details: { errors: [{ path: 'export.destination.kind' }] },
    });
    await change({ kind: 'https', address: 'http://127.0.0.1:8080/in' });
    await change({ kind: 'https', address: 'https://hq.example/in' });
  });
});
