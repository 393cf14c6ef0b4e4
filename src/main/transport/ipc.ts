import { z } from 'zod';
import type { Verb } from '../../shared/contract/index.ts';
import type { Problem, Result } from '../../shared/errors.ts';
import type { Dispatch } from './call.ts';

/** As much of Electron's `IpcMainInvokeEvent` as tells who is asking. */
export interface IpcEvent {
  readonly sender: IpcPage;
  readonly senderFrame: { readonly origin: string; readonly parent: object | null } | null;
}

/** As much of `WebContents` as a session hangs on. */
export interface IpcPage {
  readonly id: number;
  once(event: 'destroyed', listener: () => void): unknown;
}

export interface IpcOptions {
  dispatch: Dispatch;
  /** Where the console's own page comes from: `app://depot`. */
  origin: string;
  device: string;
}

/** What `ipcMain.handle` runs for each verb. */
export type AnswerIpc = (event: IpcEvent, verb: Verb, input: unknown) => Promise<Result<unknown>>;

interface Session {
  access: string;
  refresh: string;
}

const withTokens = z.looseObject({ access: z.string(), refresh: z.string() });
const withAccess = z.looseObject({ access: z.string() });

const foreign: Problem = { code: 'FORBIDDEN', message: 'Only the console’s own window may ask this.' };
const nobody: Problem = { code: 'UNAUTHENTICATED', message: 'Please sign in.' };

/**
 * The way from the desktop window to the dispatcher. The tokens of a sign-in stay here, one pair for each page, so that
 * a script that gets into the page finds nothing to carry away: the page is given them blank and sends none.
 */
export function openIpc({ dispatch, origin, device }: IpcOptions): AnswerIpc {
  const sessions = new Map<number, Session>();

  return async ({ sender, senderFrame }, verb, input) => {
    if (senderFrame?.origin !== origin || senderFrame.parent !== null) return { ok: false, error: foreign };

    const session = sessions.get(sender.id);
    const caller = { token: session?.access ?? null, device, remoteAddress: null, transport: 'ipc' } as const;

    switch (verb) {
      case 'session.login':
      case 'session.switch': {
        const result = await dispatch(verb, input, caller);
        if (!result.ok) return result;
        const value = withTokens.parse(result.value);
        if (!sessions.has(sender.id)) sender.once('destroyed', () => sessions.delete(sender.id));
        sessions.set(sender.id, { access: value.access, refresh: value.refresh });
        return { ok: true, value: { ...value, access: '', refresh: '' } };
      }
      case 'session.refresh': {
        if (session === undefined) return { ok: false, error: nobody };
        const result = await dispatch(verb, { refresh: session.refresh }, caller);
        if (!result.ok) return result;
        const value = withAccess.parse(result.value);
        session.access = value.access;
        return { ok: true, value: { ...value, access: '' } };
      }
      case 'session.logout': {
        sessions.delete(sender.id);
        return dispatch(verb, input, caller);
      }
      default:
        return dispatch(verb, input, caller);
    }
  };
}
