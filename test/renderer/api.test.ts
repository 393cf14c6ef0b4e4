import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call, onSignedOut } from '../../src/renderer/api.ts';
import type { ErrorCode, Result } from '../../src/shared/errors.ts';

const invoke = vi.fn<(verb: string, input: unknown) => Promise<Result<unknown>>>();
const signedOut = vi.fn<() => void>();
onSignedOut(signedOut);

const refusal = (code: ErrorCode): Result<unknown> => ({ ok: false, error: { code, message: 'no' } });
const verbs = () => invoke.mock.calls.map(([verb]) => verb);
const sale = {
  requestId: crypto.randomUUID(),
  customerId: 1,
  source: { kind: 'depot', depotId: 1 },
  items: [],
} as const;

beforeEach(() => vi.stubGlobal('window', { depot: { invoke } }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

describe('a call over the desktop’s bridge', () => {
  it('hands the verb’s value back', async () => {
    invoke.mockResolvedValueOnce({ ok: true, value: { isSetUp: false, companyName: null, siteCode: null } });
    await expect(call('setup.status', {})).resolves.toMatchObject({ isSetUp: false });
  });

  it('renews a run-out session once for all who found it so, and asks again', async () => {
    let isRenewed = false;
    invoke.mockImplementation(async (verb) => {
      if (verb === 'session.refresh') isRenewed = true;
      else if (!isRenewed) return refusal('UNAUTHENTICATED');
      return { ok: true, value: { items: [] } };
    });
    await Promise.all([call('users.drivers', {}), call('inventories.list', { entity: 'depot' })]);
    expect(verbs().filter((verb) => verb === 'session.refresh')).toHaveLength(1);
    expect(signedOut).not.toHaveBeenCalled();
  });

  it('says so when the session cannot be renewed', async () => {
    invoke.mockResolvedValue(refusal('UNAUTHENTICATED'));
    await expect(call('users.drivers', {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(signedOut).toHaveBeenCalledOnce();
  });

  it('does not take a wrong password, or a supervisor’s wrong PIN, for the end of the session', async () => {
    invoke.mockResolvedValue(refusal('UNAUTHENTICATED'));
    await expect(call('session.login', { username: 'a', password: 'b' })).rejects.toMatchObject({ message: 'no' });
    const approval = { username: 'super1', pin: '1', reason: 'because' };
    await expect(call('transactions.create', { ...sale, items: [], approval })).rejects.toMatchObject({
      message: 'no',
    });
    expect(verbs()).toEqual(['session.login', 'transactions.create']);
    expect(signedOut).not.toHaveBeenCalled();
  });

  it('tells a host that does not answer from one that refuses', async () => {
    invoke.mockRejectedValueOnce(new Error('gone'));
    await expect(call('setup.status', {})).rejects.toMatchObject({ code: 'OFFLINE' });
  });
});
