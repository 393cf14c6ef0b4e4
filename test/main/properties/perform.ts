import type { WireOutput } from '../../../src/shared/contract/index.ts';
import type { Result } from '../../../src/shared/errors.ts';
import { requestId } from '../../helpers/open-test-console.ts';
import type { Command, CommandOf } from './commands.ts';
import type { Day, Who } from './prepare-counter.ts';
import { at, requestOf } from './request-of.ts';

/** A request with its key, and what was answered last. */
export interface Request {
  who: Who;
  verb: string;
  input: Record<string, unknown>;
  result: Result<unknown>;
}

export interface Performed {
  day: Day;
  requests: Request[];
  slips: number[];
}

/** Does what a command says, and notes what came of it. */
export async function perform(performed: Performed, command: Command): Promise<void> {
  const { day, requests } = performed;
  if (command.kind === 'clock') {
    const { clock } = day.console;
    clock.set(new Date(clock.now().getTime() + command.hours * 3_600_000));
    return;
  }
  if (command.kind === 'again') return repeat(performed, command);
  const made = await requestOf(day, performed.slips, command);
  if (made === null) return;
  const who = command.who as Who;
  const input = { ...made.input, requestId: requestId() };
  const result = await day.call(who, made.verb, input);
  requests.push({ who, verb: made.verb, input, result });
  if (made.verb === 'distributions.create' && result.ok) {
    performed.slips.push((result.value as WireOutput<'distributions.create'>).id);
  }
}

/** The same request again: the first answer, as long as it is the same person asking the same. */
async function repeat({ day, requests }: Performed, { request, change }: CommandOf<'again'>): Promise<void> {
  if (requests.length === 0) return;
  const first = at(requests, request);
  const input = change === 'input' ? { ...first.input, ...CHANGED[first.verb] } : first.input;
  const who = change === 'person' ? (first.who === 'admin' ? 'clerk' : 'admin') : first.who;
  if (change !== 'none' && !first.result.ok) return;
  const result = await day.call(who, first.verb, input);
  if (change === 'none') {
    if (first.result.ok && JSON.stringify(result) !== JSON.stringify(first.result)) {
      throw new Error(`${first.verb} answered a repeated request anew: ${JSON.stringify(result)}`);
    }
    first.result = result;
  } else if (result.ok) {
    throw new Error(`${first.verb} answered a used request id with another ${change}`);
  }
}

/** A change of each verb's input that leaves it valid. */
const CHANGED: Readonly<Record<string, Record<string, unknown>>> = {
  'transactions.create': { remarks: 'changed' },
  'payments.create': { reference: 'changed' },
  'stock.receive': { reference: 'changed' },
  'stock.dispatch': { reference: 'changed' },
  'distributions.create': { remarks: 'changed' },
  'distributions.update': { remarks: 'changed' },
  'distributions.confirm': { id: 999_999 },
  'distributions.cancel': { reason: 'changed' },
  'inventories.update': { reason: 'changed' },
  'customers.update': { phone: '999' },
  'customers.setRates': { rates: [], meterRates: [] },
};
