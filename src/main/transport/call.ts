import type { Result } from '../../shared/errors.ts';

/** Who is calling and from where, as far as the transport can vouch for it. */
export interface Caller {
  /** The access token of `session.login`, if there is one. */
  token: string | null;
  /** The counter or machine the call comes from: throttling of wrong PINs is per device and person. */
  device: string;
  remoteAddress: string | null;
  transport: 'ipc' | 'http' | 'local';
}

/**
 * The one door to the services, the same for every transport: session, right, input, idempotency, log.
 * Input and the value of the result are in wire form (contract.md: money is text). Never rejects.
 */
export type Dispatch = (verb: string, input: unknown, caller: Caller) => Promise<Result<unknown>>;
