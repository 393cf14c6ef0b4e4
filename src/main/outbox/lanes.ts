/** How many jobs of a lane run at a time. A printer prints one after the other, so does the one Chromium draw. */
const ROOM: ReadonlyMap<string, number> = new Map([['mail', 3]]);

/** The lanes in which no more may be started. */
export function fullLanes(running: Iterable<{ lane: string }>): string[] {
  const counts = new Map<string, number>();
  for (const { lane } of running) counts.set(lane, (counts.get(lane) ?? 0) + 1);
  return [...counts].filter(([lane, count]) => count >= (ROOM.get(lane) ?? 1)).map(([lane]) => lane);
}
