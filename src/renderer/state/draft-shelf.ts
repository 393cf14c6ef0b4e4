import type { DRAFT_KINDS } from '../../shared/contract/drafts.ts';
import { call } from '../api.ts';
import { ApiProblem } from '../api-problem.ts';
import { onHostBack } from './connection.ts';

export type DraftKind = (typeof DRAFT_KINDS)[number];

/** A form as it lies in the books' file. */
export interface DraftText {
  postsAs: string;
  content: string;
}

/** What a form's memory offers to the shelf. */
export interface DraftSource {
  kind: DraftKind;
  /** What this person is typing; `null`: nothing worth keeping. */
  read: (userId: number) => DraftText | null;
  /** Puts what was kept back into the form; `null`: an empty one. */
  restore: (userId: number, kept: DraftText | null) => void;
  /** What these people typed and nobody could keep yet; everybody else's is no longer this counter's business. */
  retain: (userIds: ReadonlySet<number>) => void;
}

/** What typing a sudden end of the program may cost, in milliseconds. */
const SAVE_AFTER = 700;

interface Place {
  source: DraftSource;
  /** Whose typing is newer here than in the books' file. */
  unkept: Set<number>;
  /** The draft that lies in the books' file, as far as we know. */
  kept: string | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  saving: Promise<void>;
}

const places: Place[] = [];
/** Whose session it is. Nothing is sent while that is not sure: it would become another person's. */
let owner: number | null = null;

export function addDraftSource(source: DraftSource): void {
  places.push({ source, unkept: new Set(), kept: null, timer: undefined, saving: Promise.resolve() });
}

/** Something was typed: it is kept a moment later, once for all that was typed meanwhile. */
export function draftChanged(kind: DraftKind, userId: number): void {
  const place = places.find(({ source }) => source.kind === kind);
  if (place === undefined) return;
  place.unkept.add(userId);
  place.timer ??= setTimeout(() => void keep(place), SAVE_AFTER);
}

/** It was sent; the host has removed it in the same moment. */
export function draftWasSent(requestId: string): void {
  for (const place of places) if (place.kept === requestId) place.kept = null;
}

/** Keeps at once whatever is not kept yet: before the screen is covered, or the window goes. */
export async function keepDraftsNow(): Promise<void> {
  await Promise.all(places.map(keep));
}

/**
 * The session is over, or another person's soon. What is typed stays in the forms.
 *
 * @returns goes on as before, when nothing came of it
 */
export function closeDrafts(): () => void {
  const before = owner;
  owner = null;
  return () => {
    owner = before;
  };
}

/**
 * Brings back what this person typed before, here or at another counter. What is typed here and could not be kept yet
 * is newer than what lies there.
 *
 * @throws {ApiProblem} when the host does not answer
 */
export async function openDrafts(userId: number): Promise<void> {
  await Promise.all(
    places.map(async (place) => {
      const { draft } = await call('drafts.get', { kind: place.source.kind });
      place.kept = draft?.postsAs ?? null;
      if (!place.unkept.has(userId)) place.source.restore(userId, draft);
      place.source.retain(new Set([...place.unkept, userId]));
    }),
  );
  owner = userId;
  await keepDraftsNow();
}

function keep(place: Place): Promise<void> {
  clearTimeout(place.timer);
  place.timer = undefined;
  // One after the other: an older text must not arrive last.
  place.saving = place.saving.then(() => send(place));
  return place.saving;
}

async function send(place: Place): Promise<void> {
  const { source, unkept } = place;
  const userId = owner;
  if (userId === null || !unkept.delete(userId)) return;
  const text = source.read(userId);
  try {
    if (text !== null) {
      const { isKept } = await call('drafts.save', { kind: source.kind, ...text });
      place.kept = isKept ? text.postsAs : null;
    } else if (place.kept !== null) {
      await call('drafts.remove', { kind: source.kind, postsAs: place.kept });
      place.kept = null;
    }
  } catch (thrown) {
    // Tried again when more is typed, when the host is back, and when this person signs in again.
    if (!(thrown instanceof ApiProblem)) throw thrown;
    unkept.add(userId);
  }
}

/** Nothing typed is lost when the window is closed, nor when the host was away. */
export function watchDrafts(): void {
  onHostBack(() => void keepDraftsNow());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keepDraftsNow();
  });
}
