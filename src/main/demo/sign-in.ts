import { type Call, callConsole } from '../import/call-console.ts';
import type { WireOutput } from '../../shared/contract/index.ts';
import type { Dispatch } from '../transport/call.ts';

type OneTimePasswords = WireOutput<'imports.run'>['oneTimePasswords'];

/** Known to everybody who reads this: the folder it opens holds made-up people only. */
export const DEMO_PASSWORD = 'sample-depot';

/** Signs every imported user in with the one-time password and has it changed. @returns who may call, by user name */
export async function signInEveryone(dispatch: Dispatch, users: OneTimePasswords): Promise<(username: string) => Call> {
  const who = { token: null, device: 'demo', transport: 'ipc' } as const;
  const calls = new Map(
    await Promise.all(
      users.map(async ({ username, password }): Promise<[string, Call]> => {
        const { access } = await callConsole(dispatch, who)('session.login', { username, password });
        const call = callConsole(dispatch, { ...who, token: access });
        await call('session.changePassword', { currentPassword: password, newPassword: DEMO_PASSWORD });
        return [username, call];
      }),
    ),
  );
  return (username) => {
    const call = calls.get(username);
    if (call === undefined) throw new Error(`The sample has no user ${username}.`);
    return call;
  };
}
