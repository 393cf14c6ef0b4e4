import { isDeepStrictEqual } from 'node:util';
import type { Verb } from '../../../src/shared/contract/index.ts';
import { RefusedCall, requestId } from '../../helpers/open-test-console.ts';

export type HttpCall = (verb: Verb, input: never) => Promise<unknown>;

/** What a clerk sends; sent again as it is when no answer came. */
export interface Order {
  verb: 'transactions.create' | 'distributions.create' | 'distributions.confirm';
  input: Readonly<Record<string, unknown>> & { requestId: string };
}

export interface Goods {
  depotId: number;
  driverId: number;
  customerId: number;
  equipmentId: number;
  serviceId: number;
}

/** Keys sales and distribution slips one after the other, and remembers every answer. */
export class CounterClerk {
  readonly answers = new Map<string, { order: Order; answer: unknown }>();
  #unanswered: Order | null = null;
  #toConfirm: number | null = null;
  #keyed = 0;
  readonly #goods: Goods;

  constructor(goods: Goods) {
    this.#goods = goods;
  }

  /** Works until the host is gone; begins with what had no answer. @throws RefusedCall when an order is refused */
  async workUntilGone(call: HttpCall, onAnswer: () => void): Promise<void> {
    for (;;) {
      try {
        await this.keyOne(call);
      } catch (error) {
        if (error instanceof RefusedCall) throw error;
        return;
      }
      onAnswer();
    }
  }

  /** The next order, or the one without an answer, whose answer it then has. */
  async keyOne(call: HttpCall): Promise<void> {
    const order = (this.#unanswered ??= this.#next());
    const answer = await call(order.verb, order.input as never);
    this.answers.set(order.input.requestId, { order, answer });
    this.#unanswered = null;
    if (order.verb === 'distributions.create') this.#toConfirm = (answer as { id: number }).id;
  }

  /** Sends what was answered before once more. @returns whether the answer was the same. */
  async keyAgain(call: HttpCall): Promise<boolean> {
    const known = [...this.answers.values()][Math.floor(Math.random() * this.answers.size)];
    if (known === undefined) return true;
    return isDeepStrictEqual(await call(known.order.verb, known.order.input as never), known.answer);
  }

  get isWaiting(): boolean {
    return this.#unanswered !== null;
  }

  #next(): Order {
    const { depotId, driverId, customerId, equipmentId, serviceId } = this.#goods;
    if (this.#toConfirm !== null) {
      const id = this.#toConfirm;
      this.#toConfirm = null;
      return { verb: 'distributions.confirm', input: { requestId: requestId(), id } };
    }
    this.#keyed += 1;
    if (this.#keyed % 3 === 0) {
      const items = [
        { equipmentId, direction: 'OUT', condition: 'FULL', quantity: 2 },
        { equipmentId, direction: 'IN', condition: 'EMPTY', quantity: 1 },
      ];
      return { verb: 'distributions.create', input: { requestId: requestId(), depotId, driverId, items } };
    }
    const items = [
      { type: 'cylinder', equipmentId, action: 'DELIVER', quantity: 2 },
      { type: 'cylinder', equipmentId, action: 'EMPTY_RETURN', quantity: 1 },
      { type: 'service', serviceId, quantity: 1 },
    ];
    const sale = { customerId, source: { kind: 'depot', depotId }, items, currentMeter: `${this.#keyed}.250` };
    const payment = { method: 'CASH', amount: '20.00' };
    return { verb: 'transactions.create', input: { requestId: requestId(), ...sale, payment } };
  }
}
