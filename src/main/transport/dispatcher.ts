import { z } from 'zod';
import type { Definition } from '../../shared/contract/define.ts';
import { contract, isVerb, type Verb } from '../../shared/contract/index.ts';
import { ERROR_CODES, refuse, type Result } from '../../shared/errors.ts';
import { todayFor } from '../services/audit-trail.ts';
import type { ReadContext } from '../services/context.ts';
import type { Handlers } from '../services/handler-types.ts';
import { noticeClock } from '../services/notice-clock.ts';
import { operatorActor } from '../services/operator.ts';
import type { Clock, Passwords, Tokens } from '../services/ports.ts';
import { refuseCall } from '../services/rights.ts';
import { actorOfSession } from '../services/session.ts';
import type { Ledger } from '../services/unit-of-work.ts';
import type { Caller, Dispatch } from './call.ts';
import { parseInput } from './parse-input.ts';
import { problemOf } from './problem-of.ts';
import { auditRefusal, runCommand } from './run-command.ts';
import { secretsOf } from './secrets-of.ts';

export interface DispatcherParts {
  ledger: Ledger;
  clock: Clock;
  handlers: Handlers;
  tokens: Tokens;
  passwords: Passwords;
  /** Something was committed: the outbox may have work. */
  onCommit(): void;
}

/**
 * The one door: who calls, whether he may, what he sent, then the service, then the answer in wire form. Every call
 * leaves one line in the log; no error leaves as anything but a `Problem`.
 */
export function createDispatcher(parts: DispatcherParts): Dispatch {
  const { ledger, clock } = parts;
  return async function dispatch(verb, input, caller) {
    const started = performance.now();
    let context: ReadContext | null = null;
    let result: Result<unknown>;
    try {
      // Reads the books for the day, which fails when they are damaged or closed already.
      context = blankContext(ledger.db, clock.now(), caller);
      result = await answer(parts, context, verb, input, caller);
    } catch (error) {
      result = { ok: false, error: problemOf(error, ledger.log, () => secretsOf(input, caller.token)) };
    }
    ledger.log.call({
      verb: isVerb(verb) ? verb : 'unknown',
      userId: context?.actor?.id ?? null,
      status: result.ok ? successOf(verb) : ERROR_CODES[result.error.code].status,
      milliseconds: Math.round((performance.now() - started) * 100) / 100,
      remoteAddress: caller.remoteAddress,
    });
    return result;
  };
}

function successOf(verb: string): number {
  const definition: Definition | null = isVerb(verb) ? contract[verb] : null;
  return definition?.http.status ?? 200;
}

function blankContext(db: Ledger['db'], now: Date, { device }: Caller): ReadContext {
  return { db, now, today: todayFor(db, now), actor: null, sessionId: null, device };
}

async function answer(
  parts: DispatcherParts,
  context: ReadContext,
  verb: string,
  input: unknown,
  caller: Caller,
): Promise<Result<unknown>> {
  try {
    if (!isVerb(verb)) return refuse('NOT_FOUND', 'There is no such verb.', { entity: 'verb', id: verb.slice(0, 60) });
    const definition: Definition = contract[verb];
    await identify(parts, context, caller);
    refuseCall(definition.may, context.actor);
    const parsed = parseInput(definition, input);
    if (definition.kind === 'command') noticeClock(parts.ledger, context);
    const value =
      definition.kind === 'query'
        ? z.encode(definition.output, await runQuery(parts.handlers, verb, context, parsed))
        : await runCommand(parts, context, { verb, definition, input: parsed });
    if (definition.kind === 'command') parts.onCommit();
    return { ok: true, value };
  } catch (error) {
    const problem = problemOf(error, parts.ledger.log, () => secretsOf(input, caller.token));
    auditRefusal(parts.ledger, context, verb, problem);
    return { ok: false, error: problem };
  }
}

/** Finds out who calls. A token that does not hold makes nobody of the caller; the verb then says whether it minds. */
async function identify({ ledger, tokens }: DispatcherParts, context: ReadContext, caller: Caller): Promise<void> {
  if (caller.transport === 'local' && caller.token === null) {
    context.actor = operatorActor(ledger, context);
    return;
  }
  if (caller.token === null) return;
  const claims = await tokens.read('access', caller.token, context.now);
  if (claims === null) return;
  const actor = actorOfSession(ledger.db, claims.sessionId, context.now);
  if (actor?.id !== claims.userId) return;
  context.actor = actor;
  context.sessionId = claims.sessionId;
}

async function runQuery(handlers: Handlers, verb: Verb, context: ReadContext, input: unknown): Promise<unknown> {
  // The contract's types tie a verb's input to its handler; for a verb known only at run time they cannot say it.
  const handler = handlers[verb] as (context: ReadContext, input: unknown) => unknown;
  return handler(context, input);
}
