import { expect } from 'vitest';
import type { Call } from './open-test-console.ts';

/** Every verb about bundles for head office, once at least. */
export async function walkHeadOffice(call: Call): Promise<void> {
  const bundle = await call('exports.run', {});
  expect(bundle).toMatchObject({ sequence: 1, fromCommit: 1, counts: { 'invoices.ndjson': 1 } });
  expect(bundle.totals).toMatchObject({ invoices: '183.02' });
  expect((await call('exports.list', { search: '1' })).items).toEqual([bundle]);
  expect(await call('exports.verify', { id: bundle.id })).toEqual({ ok: true, problems: [] });
  expect((await call('exports.key', {})).publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
  expect(await call('exports.progress', {})).toEqual({ rows: null });
  expect(await call('exports.cancel', {})).toEqual({ cancelled: false });
  await walkDelivery(call, bundle.id);
}

async function walkDelivery(call: Call, bundleId: number): Promise<void> {
  const { hostKey } = await call('exports.hostKey', { host: 'sftp.hq.example' });
  const destination = {
    kind: 'sftp' as const,
    host: 'sftp.hq.example',
    user: 'kb1',
    signInWith: 'password' as const,
    folder: 'bundles',
    hostKey: hostKey ?? '',
  };
  const secrets = { password: 'open sesame' };
  expect(await call('exports.test', { destination, secrets })).toEqual({ ok: true, words: 'head office has it' });
  expect(await call('exports.secrets', {})).toMatchObject({ password: false, token: false });
  expect(await call('exports.setSecrets', secrets)).toMatchObject({ password: true, token: false });
  const schedule = { every: 'day' as const, at: '18:00' };
  const changed = await call('settings.update', { export: { destination, schedule } });
  expect(changed.export).toEqual({ destination: { ...destination, port: 22 }, schedule });
  expect(await call('exports.sendAgain', { id: bundleId })).toMatchObject({
    state: 'done',
    target: 'kb1@sftp.hq.example:22 bundles',
    proof: 'head office has it',
  });
  expect(await call('exports.plan', {})).toMatchObject({
    nextRun: '2026-01-20T10:00:00.000Z',
    lastRun: '2026-01-20T01:00:00.000Z',
    hasNews: true,
    waiting: 0,
    troubles: [],
  });
}
