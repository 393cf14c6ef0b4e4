import { create } from 'zustand';
import { contract, type Verb, type WireOutput } from '../../shared/contract/index.ts';
import type { Definition } from '../../shared/contract/define.ts';
import type { Role } from '../../shared/roles.ts';
import { call, onSignedOut } from '../api.ts';
import { type ApiProblem, problemOf } from '../api-problem.ts';
import { queryClient } from '../data/query-client.ts';

export type User = WireOutput<'session.me'>;

/**
 * `mustSetPassword`: signed in with a one-time password.
 * `expired`: the work stays on screen behind the sign-in, so that nothing typed is lost.
 */
export type Phase = 'starting' | 'failed' | 'setUp' | 'signedOut' | 'mustSetPassword' | 'signedIn' | 'expired';

interface Session {
  phase: Phase;
  user: User | null;
  companyName: string | null;
  siteCode: string | null;
  /** Why the console could not start. */
  problem: ApiProblem | null;
}

export const useSession = create<Session>(() => ({
  phase: 'starting',
  user: null,
  companyName: null,
  siteCode: null,
  problem: null,
}));

/** Finds out where we stand: a new data folder, a known person, or somebody who has to sign in. */
export async function startSession(): Promise<void> {
  useSession.setState({ phase: 'starting', problem: null });
  try {
    const { isSetUp, companyName, siteCode } = await call('setup.status', {});
    useSession.setState({ companyName, siteCode });
    if (!isSetUp) return useSession.setState({ phase: 'setUp' });
    useSession.setState({ user: await call('session.me', {}), phase: 'signedIn' });
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.code === 'UNAUTHENTICATED') useSession.setState({ phase: 'signedOut' });
    else useSession.setState({ phase: 'failed', problem });
  }
}

/** @throws {ApiProblem} wrong password, locked out, host away. */
export async function signIn(username: string, password: string): Promise<void> {
  const before = useSession.getState().user;
  const { user, mustChangePassword } = await call('session.login', { username, password });
  // What one person may see is not for the next one's screen.
  if (before !== null && before.id !== user.id) queryClient.clear();
  useSession.setState({ user, phase: mustChangePassword ? 'mustSetPassword' : 'signedIn' });
  await queryClient.invalidateQueries();
}

/** @throws {ApiProblem} when the host did not hear it: its session would live on behind a sign-in screen. */
export async function signOut(): Promise<void> {
  try {
    await call('session.logout', {});
  } catch (thrown) {
    if (problemOf(thrown).code !== 'UNAUTHENTICATED') throw thrown;
  }
  queryClient.clear();
  useSession.setState({ user: null, phase: 'signedOut' });
}

onSignedOut(() => {
  if (useSession.getState().phase === 'signedIn') useSession.setState({ phase: 'expired' });
});

/** The person at work. Only for screens behind the sign-in. */
export function useUser(): User {
  const user = useSession((session) => session.user);
  if (user === null) throw new Error('nobody is signed in');
  return user;
}

/** A driver sees his own truck and nothing of the depot (domain.md, "People and rights"). */
export function useIsDriver(): boolean {
  return useUser().role === 'DRIVER';
}

/** Whether a role may call a verb at all; rights by field are the host's to refuse. */
export function may(role: Role, verb: Verb): boolean {
  const { may: who }: Definition = contract[verb];
  return who === 'anyone' || who === 'signedIn' || who.includes(role);
}

export function useMay(verb: Verb): boolean {
  const role = useSession((session) => session.user?.role);
  return role !== undefined && may(role, verb);
}
