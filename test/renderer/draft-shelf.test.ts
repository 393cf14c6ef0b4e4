import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DraftText } from '../../src/renderer/state/draft-shelf.ts';

// A shelf of its own: other tests of the same run may have loaded the modules behind it with another host.
vi.resetModules();
const { addDraftSource, closeDrafts, draftChanged, draftWasSent, keepDraftsNow, openDrafts } =
  await import('../../src/renderer/state/draft-shelf.ts');

const [ANNA, BALA] = [1, 2];
/** Where no draft is kept, nothing is there. */
const NOTHING = null;

/** The host as the shelf meets it: one session, and each person's own drafts. */
const host = { session: ANNA, isAway: false, kept: new Map<number, DraftText>() };

const invoke = async (verb: string, input: { postsAs?: string; content?: string }) => {
  if (host.isAway) throw new Error('no line');
  const { session, kept } = host;
  const { postsAs = '', content = '' } = input;
  switch (verb) {
    case 'drafts.get':
      return answer({ draft: kept.get(session) ?? NOTHING });
    case 'drafts.save':
      kept.set(session, { postsAs, content });
      return answer({ isKept: true });
    case 'drafts.remove':
      return answer({ isRemoved: kept.delete(session) });
    default:
      throw new Error(`${verb} is not the shelf's business`);
  }
};
const answer = (value: unknown) => ({ ok: true, value });

/** The form as it is typed at this counter. */
const form = new Map<number, DraftText | null>();
addDraftSource({
  kind: 'sale',
  read: (userId) => form.get(userId) ?? NOTHING,
  restore: (userId, kept) => form.set(userId, kept),
  retain: (userIds) => {
    for (const userId of form.keys()) if (!userIds.has(userId)) form.delete(userId);
  },
});

function type(userId: number, content: string, postsAs = 'first') {
  form.set(userId, { postsAs, content });
  draftChanged('sale', userId);
}

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { depot: { invoke } });
  Object.assign(host, { session: ANNA, isAway: false });
  host.kept.clear();
  form.clear();
  await openDrafts(ANNA);
});

afterEach(async () => {
  // Whatever a test left unkept is kept now, so that the next one begins with nothing.
  host.isAway = false;
  await keepDraftsNow();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what is typed', () => {
  test('is kept a moment later, once for all that was typed meanwhile', async () => {
    type(ANNA, 'caf');
    type(ANNA, 'café');
    expect(host.kept.size).toBe(0);
    await vi.runAllTimersAsync();
    expect(host.kept.get(ANNA)).toEqual({ postsAs: 'first', content: 'café' });
  });

  test('is kept once more when the host could not be reached', async () => {
    host.isAway = true;
    type(ANNA, 'three empties');
    await vi.runAllTimersAsync();
    host.isAway = false;
    await keepDraftsNow();
    expect(host.kept.get(ANNA)?.content).toBe('three empties');
  });

  test('is never kept as the next person’s, and comes back with whoever typed it', async () => {
    type(ANNA, 'Anna’s sale');
    closeDrafts();
    host.session = BALA;
    await vi.runAllTimersAsync();
    await openDrafts(BALA);
    await keepDraftsNow();
    expect(host.kept.has(BALA)).toBe(false);
    closeDrafts();
    host.session = ANNA;
    await openDrafts(ANNA);
    expect(form.get(ANNA)?.content).toBe('Anna’s sale');
    expect(host.kept.get(ANNA)?.content).toBe('Anna’s sale');
  });

  test('here and not kept yet is newer than what lies there', async () => {
    host.kept.set(ANNA, { postsAs: 'older', content: 'from another counter' });
    type(ANNA, 'typed here');
    await openDrafts(ANNA);
    expect(form.get(ANNA)?.content).toBe('typed here');
  });

  test('at another counter is brought here when nothing is typed here', async () => {
    host.kept.set(ANNA, { postsAs: 'older', content: 'from another counter' });
    await openDrafts(ANNA);
    expect(form.get(ANNA)?.content).toBe('from another counter');
  });

  test('and cleared again is forgotten; what was sent is the host’s to forget', async () => {
    type(ANNA, 'half');
    await vi.runAllTimersAsync();
    form.set(ANNA, NOTHING);
    draftChanged('sale', ANNA);
    await vi.runAllTimersAsync();
    expect(host.kept.size).toBe(0);

    type(ANNA, 'sold', 'second');
    await vi.runAllTimersAsync();
    draftWasSent('second');
    form.set(ANNA, NOTHING);
    draftChanged('sale', ANNA);
    await vi.runAllTimersAsync();
    expect(host.kept.get(ANNA)?.content).toBe('sold');
    host.kept.clear();
  });
});
