import { useCallback, useState } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { useUser } from './session.ts';

interface Drafts<Draft> {
  byUser: Record<number, Draft>;
}

export interface DraftHandle<Draft> {
  draft: Draft;
  change: (patch: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => void;
  /** Puts another draft in its place, and answers the one that was there: an undo. */
  replace: (next: Draft) => Draft;
}

/**
 * A half-filled form that survives another screen, an ended session and a crash of the window, one for each person at
 * this counter. It carries its request id with it, so that a save whose answer was lost is not done twice.
 */
export function makeDrafts<Draft>(name: string, empty: () => Draft): () => DraftHandle<Draft> {
  const useDrafts = create<Drafts<Draft>>()(persist(() => ({ byUser: {} }), { name: `depot.${name}`, version: 1 }));

  return function useDraft() {
    const { id } = useUser();
    const [first] = useState(empty);
    const draft = useDrafts((drafts) => drafts.byUser[id]) ?? first;
    const put = useCallback(
      (next: (now: Draft) => Draft) =>
        useDrafts.setState(({ byUser }) => ({ byUser: { ...byUser, [id]: next(byUser[id] ?? first) } })),
      [id, first],
    );
    const change = useCallback<DraftHandle<Draft>['change']>(
      (patch) => put((now) => ({ ...now, ...(typeof patch === 'function' ? patch(now) : patch) })),
      [put],
    );
    const replace = useCallback(
      (next: Draft) => {
        const before = useDrafts.getState().byUser[id] ?? first;
        put(() => next);
        return before;
      },
      [put, id, first],
    );
    return { draft, change, replace };
  };
}
