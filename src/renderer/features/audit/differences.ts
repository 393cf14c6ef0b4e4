/** One value of what an audit entry keeps, before and after. `undefined`: not there. */
export interface Difference {
  /** `items.0.quantity`. */
  path: string;
  before: unknown;
  after: unknown;
  isChanged: boolean;
}

/**
 * What is kept before and after, value by value in the order it was written. Without a before it was new, without an
 * after it is gone: then nothing stands out.
 */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const old = new Map(leavesOf(before, ''));
  const now = new Map(leavesOf(after, ''));
  const known = topOf(before);
  const isCompared = known.size > 0 && topOf(after).size > 0;
  // Of some things only what may change was kept: what a confirmed slip says more than its draft has not changed.
  const isWholeRecord = known.has('id');
  return [...new Set([...now.keys(), ...old.keys()])].map((path) => {
    const isComparable = isCompared && (isWholeRecord || known.has(path.split('.')[0] ?? ''));
    const [was, is] = [old.get(path), now.get(path)];
    return { path, before: was, after: is, isChanged: isComparable && (was ?? null) !== (is ?? null) };
  });
}

function topOf(value: unknown): Set<string> {
  return new Set(typeof value === 'object' && value !== null ? Object.keys(value) : []);
}

function leavesOf(value: unknown, path: string): [string, unknown][] {
  if (value === null || value === undefined) return path === '' ? [] : [[path, value]];
  if (typeof value !== 'object') return [[path, value]];
  const entries = Object.entries(value);
  if (entries.length === 0) return path === '' ? [] : [[path, null]];
  return entries.flatMap(([key, child]) => leavesOf(child, path === '' ? key : `${path}.${key}`));
}
