import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/main/transport/call.ts';
import { type IpcEvent, openIpc } from '../../../src/main/transport/ipc.ts';
import type { Result } from '../../../src/shared/errors.ts';

const ORIGIN = 'app://depot';
const signIn = { username: 'mei', password: 'correct horse' };

/** A page as Electron would present it, and a way to close it. */
function openPage(id: number) {
  const closing: (() => void)[] = [];
  const sender = { id, once: (_event: 'destroyed', listener: () => void) => closing.push(listener) };
  const from = (origin = ORIGIN, parent: object | null = null): IpcEvent => ({
    sender,
    senderFrame: { origin, parent },
  });
  return {
    from,
    gone: { sender, senderFrame: null } satisfies IpcEvent,
    close: () => closing.forEach((tell) => tell()),
  };
}

/** A dispatcher that hands out numbered tokens and writes down who called. */
function openFake(answers: Record<string, Result<unknown>> = {}) {
  const calls: { verb: string; input: unknown; caller: Caller }[] = [];
  let signIns = 0;
  const answer = openIpc({
    origin: ORIGIN,
    device: 'counter-1',
    dispatch: async (verb, input, caller) => {
      calls.push({ verb, input, caller });
      const given = answers[verb];
      if (given !== undefined) return given;
      if (verb === 'session.login' || verb === 'session.switch') {
        signIns += 1;
        const value = { access: `access-${signIns}`, refresh: `refresh-${signIns}`, user: { username: 'mei' } };
        return { ok: true, value };
      }
      if (verb === 'session.refresh') return { ok: true, value: { access: 'access-renewed' } };
      return { ok: true, value: {} };
    },
  });
  return { answer, calls, lastToken: () => calls.at(-1)?.caller.token };
}

describe('the desktop window’s way in', () => {
  it('hands the verb, its input and the counter to the dispatcher, and the answer back', async () => {
    const { answer, calls } = openFake({ 'depots.list': { ok: true, value: { items: [] } } });
    expect(await answer(openPage(1).from(), 'depots.list', { limit: 5 })).toEqual({ ok: true, value: { items: [] } });
    expect(calls).toEqual([
      {
        verb: 'depots.list',
        input: { limit: 5 },
        caller: { token: null, device: 'counter-1', remoteAddress: null, transport: 'ipc' },
      },
    ]);
  });

  it.each([
    ['another origin', openPage(1).from('https://example.com')],
    ['an origin that begins alike', openPage(1).from('app://depot.example.com')],
    ['an opaque origin', openPage(1).from('null')],
    ['a frame inside our page', openPage(1).from(ORIGIN, {})],
    ['a frame that is gone', openPage(1).gone],
  ])('refuses %s without asking anyone', async (_, event) => {
    const { answer, calls } = openFake();
    expect(await answer(event, 'session.login', signIn)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(calls).toEqual([]);
  });

  it('keeps the tokens of a sign-in and sends the access token with what follows', async () => {
    const { answer, lastToken } = openFake();
    const page = openPage(1);
    expect(await answer(page.from(), 'session.login', signIn)).toEqual({
      ok: true,
      value: { access: '', refresh: '', user: { username: 'mei' } },
    });
    await answer(page.from(), 'depots.list', {});
    expect(lastToken()).toBe('access-1');
  });

  it('keeps one session for each window', async () => {
    const { answer, lastToken } = openFake();
    const [one, other] = [openPage(1), openPage(2)];
    await answer(one.from(), 'session.login', signIn);
    await answer(other.from(), 'depots.list', {});
    expect(lastToken()).toBeNull();
    await answer(other.from(), 'session.login', signIn);
    await answer(one.from(), 'depots.list', {});
    expect(lastToken()).toBe('access-1');
  });

  it('keeps the session it had when a sign-in is refused', async () => {
    const refused = { ok: false, error: { code: 'UNAUTHENTICATED', message: 'Wrong.' } } as const;
    const answers: Record<string, Result<unknown>> = {};
    const { answer, lastToken } = openFake(answers);
    const page = openPage(1);
    await answer(page.from(), 'session.login', signIn);
    answers['session.login'] = refused;
    expect(await answer(page.from(), 'session.login', signIn)).toEqual(refused);
    await answer(page.from(), 'depots.list', {});
    expect(lastToken()).toBe('access-1');
  });

  it('keeps the tokens of the user changed over to, and those it had when that is refused', async () => {
    const answers: Record<string, Result<unknown>> = {};
    const { answer, calls, lastToken } = openFake(answers);
    const page = openPage(1);
    await answer(page.from(), 'session.login', signIn);
    const changed = await answer(page.from(), 'session.switch', { username: 'ali', pin: '4821' });
    expect(changed).toMatchObject({ ok: true, value: { access: '', refresh: '' } });
    expect(lastToken()).toBe('access-1');
    await answer(page.from(), 'session.refresh', {});
    expect(calls.at(-1)).toMatchObject({ input: { refresh: 'refresh-2' }, caller: { token: 'access-2' } });
    answers['session.switch'] = { ok: false, error: { code: 'UNAUTHENTICATED', message: 'Wrong.' } };
    await answer(page.from(), 'session.switch', { username: 'mei', pin: '0000' });
    await answer(page.from(), 'depots.list', {});
    expect(lastToken()).toBe('access-renewed');
  });

  it('renews with the refresh token it kept, whatever the page sends', async () => {
    const { answer, calls, lastToken } = openFake();
    const page = openPage(1);
    await answer(page.from(), 'session.login', signIn);
    expect(await answer(page.from(), 'session.refresh', { refresh: 'stolen' })).toEqual({
      ok: true,
      value: { access: '' },
    });
    expect(calls.at(-1)?.input).toEqual({ refresh: 'refresh-1' });
    await answer(page.from(), 'depots.list', {});
    expect(lastToken()).toBe('access-renewed');
  });

  it('asks to sign in when there is nothing to renew', async () => {
    const { answer, calls } = openFake();
    const result = await answer(openPage(1).from(), 'session.refresh', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'UNAUTHENTICATED' } });
    expect(calls).toEqual([]);
  });

  it('signs out with the token, then forgets it even if that failed', async () => {
    const { answer, lastToken } = openFake({
      'session.logout': { ok: false, error: { code: 'UNEXPECTED', message: 'id 7', details: { id: '7' } } },
    });
    const page = openPage(1);
    await answer(page.from(), 'session.login', signIn);
    await answer(page.from(), 'session.logout', {});
    expect(lastToken()).toBe('access-1');
    await answer(page.from(), 'depots.list', {});
    expect(lastToken()).toBeNull();
  });

  it('forgets when the window is closed', async () => {
    const { answer, lastToken } = openFake();
    const page = openPage(1);
    await answer(page.from(), 'session.login', signIn);
    page.close();
    await answer(openPage(1).from(), 'depots.list', {});
    expect(lastToken()).toBeNull();
  });

  it('gives nothing to the page when a sign-in answers in a shape it cannot blank', async () => {
    const { answer } = openFake({ 'session.login': { ok: true, value: { token: 'secret' } } });
    await expect(answer(openPage(1).from(), 'session.login', signIn)).rejects.toThrow('access');
  });
});
