import { create } from 'zustand';
import { contract, type Verb, type WireOutput } from '../../shared/contract/index.ts';
import type { Definition } from '../../shared/contract/define.ts';
import type { Role } from '../../shared/roles.ts';
import { call, onSignedOut } from '../api.ts';
import { type ApiProblem, problemOf } from '../api-problem.ts';
import { queryClient } from '../data/query-client.ts';
import { typeNow } from '../keys/type-ahead.ts';
import { isLockedHere, lastTouched, rememberLock, rememberPerson, touch } from './counter-memory.ts';
import { closeDrafts, keepDraftsNow, openDrafts } from './draft-shelf.ts';

export type User = WireOutput<'session.me'>;

/**
 * `mustSetPassword`: signed in with a one-time password.
 * `locked`, `expired`: the work waits behind a curtain, so that nothing typed is lost.
 */
export type Phase =
  | 'starting'
  | 'failed'
  | 'setUp'
  | 'signedOut'
  | 'mustSetPassword'
  | 'signedIn'
  | 'locked'
  | 'expired';

interface Session {
  phase: Phase;
  user: User | null;
  companyName: string | null;
  siteCode: string | null;
  /** Minutes without a touch after which the counter locks by itself. */
  idleMinutes: number | null;
  /** Why the console could not start. */
  problem: ApiProblem | null;
}

export const useSession = create<Session>(() => ({
  phase: 'starting',
  user: null,
  companyName: null,
  siteCode: null,
  idleMinutes: null,
  problem: null,
}));

/** Finds out where we stand: a new data folder, a known person, or somebody who has to sign in. */
export async function startSession(): Promise<void> {
  useSession.setState({ phase: 'starting', problem: null });
  try {
    const { isSetUp, companyName, siteCode } = await call('setup.status', {});
    useSession.setState({ companyName, siteCode });
    if (!isSetUp) return useSession.setState({ phase: 'setUp' });
    await resume(await call('session.me', {}));
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.code === 'UNAUTHENTICATED') useSession.setState({ phase: 'signedOut' });
    else useSession.setState({ phase: 'failed', problem });
  }
}

/** The page was opened anew. A lock is no page that one can close and open again. */
async function resume(user: User): Promise<void> {
  const { security } = await call('settings.get', {});
  await openDrafts(user.id);
  const touched = lastTouched();
  const isIdle = touched !== null && Date.now() - touched > security.idleMinutes * 60_000;
  const isLocked = isLockedHere() || isIdle;
  rememberLock(isLocked);
  // Whoever has just set the depot up, or comes from a program that kept no such time, is there.
  if (touched === null) touch(Date.now());
  useSession.setState({ user, phase: isLocked ? 'locked' : 'signedIn', idleMinutes: security.idleMinutes });
}

/** Begins the work of a person who has proven who he is. */
async function enter(user: User): Promise<void> {
  const before = useSession.getState().user;
  // What one person may see is not for the next one's screen.
  if (before !== null && before.id !== user.id) queryClient.clear();
  const [{ security }] = await Promise.all([call('settings.get', {}), openDrafts(user.id)]);
  rememberPerson(user);
  touch(Date.now());
  rememberLock(false);
  useSession.setState({ user, phase: 'signedIn', idleMinutes: security.idleMinutes });
  await queryClient.invalidateQueries();
}

/** @throws {ApiProblem} wrong password, locked out, host away. */
export async function signIn(username: string, password: string): Promise<void> {
  await arrive(() => call('session.login', { username, password }));
}

type Arrival = WireOutput<'session.login'>;

/** Another session begins: what the person before typed must not be kept as the next one's. */
async function arrive(open: () => Promise<Arrival>): Promise<void> {
  await keepDraftsNow();
  const goOn = closeDrafts();
  let arrival: Arrival;
  try {
    arrival = await open();
  } catch (thrown) {
    goOn();
    throw thrown;
  }
  const { user, mustChangePassword } = arrival;
  if (mustChangePassword) return useSession.setState({ user, phase: 'mustSetPassword' });
  try {
    await enter(user);
  } catch (thrown) {
    useSession.setState({ phase: 'failed', problem: problemOf(thrown) });
  }
  return undefined;
}

/** The one-time password has been replaced. @throws {ApiProblem} */
export async function passwordIsSet(): Promise<void> {
  await enter(await call('session.me', {}));
}

/** Covers the screen at once; what is typed stays, and is kept in the books' file, too. */
export function lock(): void {
  if (useSession.getState().phase !== 'signedIn') return;
  typeNow();
  useSession.setState({ phase: 'locked' });
  rememberLock(true);
  void keepDraftsNow();
}

/** @throws {ApiProblem} wrong PIN, locked out, host away; UNAUTHENTICATED also when the session is over. */
export async function unlock(pin: string): Promise<void> {
  // Renews a token that ran out overnight: the verb itself cannot tell that from a wrong PIN.
  await call('session.me', {});
  await enter(await call('session.unlock', { pin }));
}

/** Changes over to another person who knows his PIN. @throws {ApiProblem} as `unlock` */
export async function switchUser(username: string, pin: string): Promise<void> {
  await call('session.me', {});
  await arrive(() => call('session.switch', { username, pin }));
}

/** @throws {ApiProblem} when the host did not hear it: its session would live on behind a sign-in screen. */
export async function signOut(): Promise<void> {
  await keepDraftsNow();
  try {
    await call('session.logout', {});
  } catch (thrown) {
    if (problemOf(thrown).code !== 'UNAUTHENTICATED') throw thrown;
  }
  closeDrafts();
  queryClient.clear();
  useSession.setState({ user: null, phase: 'signedOut' });
}

onSignedOut(() => {
  const { phase } = useSession.getState();
  if (phase !== 'signedIn' && phase !== 'locked') return;
  closeDrafts();
  typeNow();
  useSession.setState({ phase: 'expired' });
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
