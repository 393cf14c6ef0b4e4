import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { contract, type Verb, type WireInput, type WireOutput } from '../../../src/shared/contract/index.ts';
import type { Definition } from '../../../src/shared/contract/define.ts';
import { startHttpServer } from '../../../src/main/transport/http/server.ts';
import { openIpc } from '../../../src/main/transport/ipc.ts';
import { openTestConsole, RefusedCall, type TestConsole } from '../../helpers/open-test-console.ts';
import { NOT_WALKED, walkContract } from '../../helpers/walk-contract.ts';
import { callOverHttp } from '../../helpers/call-over-http.ts';

let depot: TestConsole;
beforeEach(async () => {
  depot = await openTestConsole();
});
afterEach(() => depot.remove());

type AnyCall = (verb: Verb, input: never) => Promise<unknown>;

/** Watches a call: which verbs were used, and that every answer has the shape the contract gives it. */
function watched(call: AnyCall) {
  const seen = new Set<Verb>();
  return {
    seen,
    async call<V extends Verb>(verb: V, input: WireInput<V>): Promise<WireOutput<V>> {
      seen.add(verb);
      const value = await call(verb, input as never);
      const definition: Definition = contract[verb];
      expect(z.safeDecode(definition.output, value as never).error).toBeUndefined();
      return value as WireOutput<V>;
    },
  };
}

const everyVerb = (Object.keys(contract) as Verb[]).filter((verb) => !NOT_WALKED.includes(verb)).toSorted();

test('over IPC every verb answers by its shape', async () => {
  const page = { id: 1, once: () => undefined };
  const event = { sender: page, senderFrame: { origin: 'app://depot', parent: null } };
  const answer = openIpc({ dispatch: depot.dispatch, origin: 'app://depot', device: 'pc' });
  const { call, seen } = watched(async (verb, input) => {
    const result = await answer(event, verb, input);
    if (!result.ok) throw new RefusedCall(verb, result.error);
    return result.value;
  });
  await walkContract({ call, house: depot });
  expect([...seen].toSorted()).toEqual(everyVerb);
});

test('over HTTP every route answers by its shape', async () => {
  const options = { host: '127.0.0.1', port: 0, rendererDir: 'none', docsDir: 'none' };
  const server = await startHttpServer({ ...options, dispatch: depot.dispatch });
  try {
    const { call, seen } = watched(callOverHttp(server.url));
    await walkContract({ call, house: depot });
    expect([...seen].toSorted()).toEqual(everyVerb);
  } finally {
    await server.stop();
  }
});
