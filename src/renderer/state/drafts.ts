import { useCallback, useState } from 'react';
import type { z } from 'zod';
import { create } from 'zustand';
import { addDraftSource, draftChanged, type DraftKind, type DraftText } from './draft-shelf.ts';
import { useUser } from './session.ts';

export interface DraftHandle<Draft> {
  draft: Draft;
  change: (patch: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => void;
  /** Puts another draft in its place, and answers the one that was there: an undo. */
  replace: (next: Draft) => Draft;
}

interface DraftForm<Draft> {
  kind: DraftKind;
  /** A kept form may have been written by an older program: what does not fit is not brought back. */
  schema: z.ZodType<Draft>;
  empty: () => Draft;
  isStarted: (draft: Draft) => boolean;
}

/**
 * A half-filled form that survives another screen, a lock, an ended session, a crash and another person at the same
 * counter. It carries its request id with it, so that a save whose answer was lost is not done twice.
 */
export function makeDrafts<Draft extends { requestId: string }>(form: DraftForm<Draft>): () => DraftHandle<Draft> {
  const { kind, empty, isStarted } = form;
  const useDrafts = create<{ byUser: Record<number, Draft> }>(() => ({ byUser: {} }));
  const put = (userId: number, draft: Draft) =>
    useDrafts.setState(({ byUser }) => ({ byUser: { ...byUser, [userId]: draft } }));

  addDraftSource({
    kind,
    read(userId) {
      const draft = useDrafts.getState().byUser[userId];
      if (draft === undefined || !isStarted(draft)) return null;
      return { postsAs: draft.requestId, content: JSON.stringify(draft) };
    },
    restore: (userId, kept) => put(userId, (kept && parse(form, kept)) ?? empty()),
    retain: (userIds) =>
      useDrafts.setState(({ byUser }) => ({
        byUser: Object.fromEntries(Object.entries(byUser).filter(([id]) => userIds.has(Number(id)))),
      })),
  });

  return function useDraft() {
    const { id } = useUser();
    const [first] = useState(empty);
    const draft = useDrafts((drafts) => drafts.byUser[id]) ?? first;
    const change = useCallback<DraftHandle<Draft>['change']>(
      (patch) => {
        const now = useDrafts.getState().byUser[id] ?? first;
        put(id, { ...now, ...(typeof patch === 'function' ? patch(now) : patch) });
        draftChanged(kind, id);
      },
      [id, first],
    );
    const replace = useCallback(
      (next: Draft) => {
        const before = useDrafts.getState().byUser[id] ?? first;
        put(id, next);
        draftChanged(kind, id);
        return before;
      },
      [id, first],
    );
    return { draft, change, replace };
  };
}

function parse<Draft>({ schema }: DraftForm<Draft>, { content }: DraftText): Draft | null {
  try {
    return schema.safeParse(JSON.parse(content)).data ?? null;
  } catch {
    return null;
  }
}
