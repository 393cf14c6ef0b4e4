import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { ListMemory } from '../../src/renderer/state/list-memory.ts';

interface View {
  filter: string;
  search: string;
}

const written = new Map<string, string>();
let memory: ListMemory<View>;
let signIn: (id: number) => void;

beforeEach(async () => {
  written.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => written.get(key) ?? null,
    setItem: (key: string, value: string) => written.set(key, value),
  });
  vi.stubGlobal('window', globalThis);
  const { makeListMemory } = await import('../../src/renderer/state/list-memory.ts');
  const { useSession } = await import('../../src/renderer/state/session.ts');
  const user = { username: 'x', fullName: 'X', employeeId: 'E', role: 'COUNTER', depotId: 1, isActive: true } as const;
  signIn = (id) => useSession.setState({ user: { ...user, id, vehicleNo: null, hasPin: false } });
  memory = makeListMemory<View>('things', z.object({ filter: z.string() }).partial(), { filter: 'all', search: '' });
});
afterEach(() => vi.unstubAllGlobals());

test('each person has a view of his own, and what is for now only is not written down', () => {
  signIn(7);
  memory.set({ filter: 'unpaid', search: 'tan' });
  signIn(8);
  memory.set({ filter: 'void' });
  expect(Object.fromEntries(written)).toEqual({
    'depot.list.things.7': '{"filter":"unpaid"}',
    'depot.list.things.8': '{"filter":"void"}',
  });
});

test('goes on from what was written down, and from the beginning when that cannot be read', () => {
  written.set('depot.list.things.7', '{"filter":"overdue"}');
  written.set('depot.list.things.8', '{"filter":17}');
  signIn(7);
  memory.set({ search: 'tan' });
  signIn(8);
  memory.set({ search: 'tan' });
  expect(written.get('depot.list.things.7')).toBe('{"filter":"overdue"}');
  expect(written.get('depot.list.things.8')).toBe('{"filter":"all"}');
});
