import { z } from 'zod';
import { approval, type CommandDefinition } from '../../shared/contract/define.ts';
import type { Verb } from '../../shared/contract/index.ts';
import type { Problem } from '../../shared/errors.ts';
import { proveApproval } from '../services/approval.ts';
import type { ReadContext, Unit } from '../services/context.ts';
import { forgetPosted } from '../services/drafts.ts';
import type { Handlers } from '../services/handler-types.ts';
import type { Passwords } from '../services/ports.ts';
import { hashOfInput, rememberAnswer, rememberedAnswer } from '../services/remembered-requests.ts';
import { commitUnit, type Ledger } from '../services/unit-of-work.ts';

export interface CommandParts {
  ledger: Ledger;
  handlers: Handlers;
  passwords: Passwords;
  /** Something was committed: the outbox may have work. */
  onCommit(): void;
}

export interface CommandCall {
  verb: Verb;
  definition: CommandDefinition;
  input: Record<string, unknown>;
}

type Run = (unit: Unit, input: unknown) => unknown;

/**
 * Runs a command: approval and slow preparation first, then one transaction that also remembers the answer.
 *
 * @returns the answer in wire form; for a request that came before, its first answer.
 */
export async function runCommand(parts: CommandParts, context: ReadContext, call: CommandCall): Promise<unknown> {
  const { ledger, passwords } = parts;
  const { verb, definition, input } = call;
  const requestId = typeof input['requestId'] === 'string' ? input['requestId'] : null;
  const inputHash = hashOfInput(input, definition.secret ?? []);
  const known = requestId === null ? undefined : rememberedAnswer(context, requestId, verb, inputHash);
  // What it was let through with (an old password, a first run) need not hold a second time.
  if (known !== undefined) return known;
  const given = approval.optional().parse(input['approval']);
  const approver = given === undefined ? null : await proveApproval(ledger, passwords, context, verb, given);
  const handler = handlerOf(parts.handlers, call.verb);
  const run =
    typeof handler === 'function' ? handler : 'run' in handler ? handler.run : await handler.prepare(context, input);
  const wire = commitUnit(ledger, { ...context, verb, requestId, approver }, (unit) => {
    if (requestId === null) return z.encode(definition.output, run(unit, input));
    const remembered = rememberedAnswer(unit, requestId, verb, inputHash);
    if (remembered !== undefined) return remembered;
    const answer = z.encode(definition.output, run(unit, input));
    rememberAnswer(unit, requestId, verb, inputHash, answer);
    forgetPosted(unit, requestId);
    return answer;
  });
  if (typeof handler === 'function' || !('follow' in handler)) return wire;
  parts.onCommit();
  return z.encode(definition.output, await handler.follow(context, z.decode(definition.output, wire), input));
}

type Handler =
  | Run
  | { prepare(context: ReadContext, input: unknown): Promise<Run> }
  | { run: Run; follow(context: ReadContext, answer: unknown, input: unknown): Promise<unknown> };

/** The contract's types tie a verb's input to its handler; for a verb known only at run time they cannot say it. */
function handlerOf(handlers: Handlers, verb: Verb): Handler {
  return handlers[verb] as Handler;
}

/** Refusals for rights leave a row of their own, because what they stopped leaves none (domain.md, "Audit"). */
export function auditRefusal(ledger: Ledger, context: ReadContext, verb: string, problem: Problem): void {
  if (context.actor === null || (problem.code !== 'FORBIDDEN' && problem.code !== 'APPROVAL_REQUIRED')) return;
  try {
    commitUnit(ledger, { ...context, verb, requestId: null, approver: null }, (unit) => {
      const { code, message } = problem;
      unit.audit({ action: `${verb}:refused`, entityType: 'refusal', after: { code, message } });
    });
  } catch (error) {
    // The caller must get his refusal all the same.
    ledger.log.problem('audit of a refusal', error);
  }
}
