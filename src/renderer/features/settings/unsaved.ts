import { create } from 'zustand';

/** Sections with changes that were typed and not saved, to be marked in the list of sections. */
export const useUnsaved = create<{ sections: ReadonlySet<string> }>(() => ({ sections: new Set() }));

export function markUnsaved(section: string, isUnsaved: boolean): void {
  useUnsaved.setState(({ sections }) => ({
    sections: new Set([...sections].filter((other) => other !== section).concat(isUnsaved ? [section] : [])),
  }));
}
