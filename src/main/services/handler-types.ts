import type { CommandVerb, Input, Output, QueryVerb } from '../../shared/contract/index.ts';
import type { ReadContext, Unit } from './context.ts';

/** Reads; may wait, because it holds no transaction. */
export type QueryHandler<V extends QueryVerb> = (
  context: ReadContext,
  input: Input<V>,
) => Output<V> | Promise<Output<V>>;

/** What a command does inside its transaction. */
export type Run<V extends CommandVerb> = (unit: Unit, input: Input<V>) => Output<V>;

/** A command that must do something slow first (hash, sign) prepares outside the transaction what it runs inside. */
export interface PreparedCommand<V extends CommandVerb> {
  prepare(context: ReadContext, input: Input<V>): Promise<Run<V>>;
}

/** A command whose caller waits a moment after the commit for what becomes of it. */
export interface FollowedCommand<V extends CommandVerb> {
  run: Run<V>;
  /** @returns the answer that is sent; the one that is remembered is that of `run`. */
  follow(context: ReadContext, answer: Output<V>, input: Input<V>): Promise<Output<V>>;
}

/** One handler for each verb of the contract: a missing or surplus one does not compile. */
export type Handlers = { [V in QueryVerb]: QueryHandler<V> } & {
  [V in CommandVerb]: Run<V> | PreparedCommand<V> | FollowedCommand<V>;
};
