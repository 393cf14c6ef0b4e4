import { afterEach, beforeEach, expect, test } from 'vitest';
import { contract } from '../../../src/shared/contract/index.ts';
import { startHttpServer } from '../../../src/main/transport/http/server.ts';
import { type FuzzedDesk, openFuzzedDesk, SEED, VERBS } from './fuzzed-desk.ts';
import { withMistakes } from './mistakes.ts';
import { httpCall, type HttpTry, rawBodies } from './over-http.ts';
import { randomFrom } from './random.ts';
import { schemaOf, validInput } from './valid-input.ts';

const PER_VERB = 40;

let desk: FuzzedDesk;
beforeEach(async () => {
  desk = await openFuzzedDesk();
});
afterEach(() => desk.end());

test(`malformed input of every verb over HTTP (seed ${SEED}): a problem of the contract, never a 500 or a stack, and nothing is written`, async () => {
  const options = { host: '127.0.0.1', port: 0, rendererDir: 'none', docsDir: 'none' };
  const server = await startHttpServer({ ...options, dispatch: desk.console.dispatch });
  const random = randomFrom(SEED + 1);
  const problems: string[] = [];
  let sent = 0;
  try {
    for (const verb of VERBS) {
      const schema = schemaOf(contract[verb]);
      const inputs = Array.from({ length: PER_VERB }, () => withMistakes(random, validInput(random, schema)));
      const tries: HttpTry[] = inputs.map((input) => httpCall(verb, input));
      if (verb !== 'session.logout') tries.push(...rawBodies(verb));
      sent += tries.length;
      const token = await desk.tokenOf(`desk ${verb}`);
      for (const one of tries) {
        let complaint: string | null = null;
        const tables = await desk.written(async () => {
          const answer = await one.send(server.url, token);
          complaint = answer.complaint;
          return answer.isDone;
        });
        if (complaint !== null || tables.length > 0) problems.push(`${one.what} ${complaint} ${tables.join(' ')}`);
      }
    }
  } finally {
    await server.stop();
  }
  expect(sent).toBeGreaterThan(3000);
  expect([problems.slice(0, 20), desk.logged().slice(0, 4000)]).toEqual([[], '']);
  expect(await desk.keeper('audit.verify', {})).toMatchObject({ ok: true });
}, 300_000);
