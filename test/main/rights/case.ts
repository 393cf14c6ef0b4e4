import type { Verb, WireInput, WireOutput } from '../../../src/shared/contract/index.ts';
import { type Call, RefusedCall } from '../../helpers/open-test-console.ts';
import type { Ground, Person, Side } from './prepared-depots.ts';

export type WhichSide = 'own' | 'other';

/** Who calls, on which ground, and whether it concerns his own depot and truck or the others. */
export interface Situation {
  ground: Ground;
  side: Side;
  which: WhichSide;
  /** Nobody has a call, too. */
  caller: Pick<Person, 'call'> & Partial<Person>;
}

export type Approval = NonNullable<WireInput<'transactions.create'>['approval']>;

/** `done`, `hidden` when a list does not show the document in question, or the code a right was refused with. */
export type Outcome = 'done' | 'hidden' | 'FORBIDDEN' | 'UNAUTHENTICATED' | 'APPROVAL_REQUIRED';

/** One call of a row of the table. */
export interface Case {
  row: string;
  /** A row that must say yes as well: a document is printed by those who may print and may read it. */
  alsoRow?: string | undefined;
  verb: Verb;
  what: string;
  /** What a document hangs on: a depot's counter, a truck (and its depot), somebody's draft, or nothing of these. */
  concerns: 'nothing' | 'depot' | 'truck' | 'draft';
  /**
   * Makes the call and says what came of it.
   *
   * @param ready told when all is prepared, just before the call.
   */
  outcome(situation: Situation, approval?: Approval, ready?: () => void): Promise<Outcome>;
}

export interface Details<V extends Verb> {
  what?: string;
  concerns?: Case['concerns'];
  alsoRow?: string;
  /** For lists: whether the answer shows the document in question. */
  shows?: (answer: WireOutput<V>, situation: Situation) => boolean;
  /** Refused with this, as if it were not there: what is asked for names no document. */
  hidesBy?: string;
  /** A refusal that has nothing to do with rights, and which comes after them. */
  endsIn?: string;
  /** A call that ends its own session is made in one of its own. */
  asWhom?: (situation: Situation) => Promise<Call>;
}

/** A call with valid input: whatever refuses it but a right is a mistake of the test. */
export function can<V extends Verb>(
  row: string,
  verb: V,
  inputOf: (situation: Situation) => WireInput<V> | Promise<WireInput<V>>,
  details: Details<V> = {},
): Case {
  const { what = '', concerns = 'nothing', alsoRow, shows, hidesBy, endsIn, asWhom } = details;
  return {
    row,
    alsoRow,
    verb,
    what,
    concerns,
    async outcome(situation, approval, ready) {
      const input = await inputOf(situation);
      const call = (await asWhom?.(situation)) ?? situation.caller.call;
      ready?.();
      try {
        const answer = await call(verb, approval === undefined ? input : { ...input, approval });
        return shows === undefined || shows(answer, situation) ? 'done' : 'hidden';
      } catch (error) {
        if (!(error instanceof RefusedCall)) throw error;
        const { code } = error.problem;
        if (code === 'FORBIDDEN' || code === 'UNAUTHENTICATED' || code === 'APPROVAL_REQUIRED') return code;
        if (code === hidesBy) return 'hidden';
        if (code === endsIn) return 'done';
        throw error;
      }
    },
  };
}
