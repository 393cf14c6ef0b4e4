import type { z } from 'zod';
import { create } from 'zustand';
import { useSession } from './session.ts';

/** A person's way of looking at a list, as this computer remembers it. */
export interface ListMemory<View extends object> {
  /** Only for screens behind the sign-in. */
  useView: () => View;
  set: (patch: Partial<View>) => void;
}

const nobody = 0;
const userId = (session: { user: { id: number } | null }) => session.user?.id ?? nobody;

/**
 * Remembers how each person looks at a list on this computer, over restarts: at a counter that several people share,
 * nobody finds the rows of another one's search.
 *
 * @param shape what is written down; what else a view has lasts as long as the page.
 */
export function makeListMemory<View extends object>(
  name: string,
  shape: z.ZodType<Partial<View>>,
  fresh: View,
): ListMemory<View> {
  const useViews = create<{ of: ReadonlyMap<number, View> }>(() => ({ of: new Map() }));
  const place = (user: number) => `depot.list.${name}.${user}`;

  const remembered = (user: number): View => {
    try {
      return { ...fresh, ...shape.parse(JSON.parse(localStorage.getItem(place(user)) ?? '{}')) };
    } catch {
      // Written by another version of the console: nothing that matters.
      return fresh;
    }
  };
  // Read once, so that a view that nobody changes stays the same object.
  const read = new Map<number, View>();
  const asRead = (user: number): View => {
    const view = read.get(user) ?? remembered(user);
    read.set(user, view);
    return view;
  };

  return {
    useView() {
      const user = useSession(userId);
      return useViews((views) => views.of.get(user)) ?? asRead(user);
    },
    set(patch) {
      const user = userId(useSession.getState());
      const view = { ...(useViews.getState().of.get(user) ?? asRead(user)), ...patch };
      useViews.setState(({ of }) => ({ of: new Map([...of, [user, view]]) }));
      const kept = shape.safeParse(view);
      if (kept.success) localStorage.setItem(place(user), JSON.stringify(kept.data));
    },
  };
}
