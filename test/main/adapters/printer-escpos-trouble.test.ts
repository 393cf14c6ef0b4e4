import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { openEscposPrinter } from '../../../src/main/adapters/printer-escpos.ts';
import { openTillPrinter, WELL } from '../../helpers/open-till-printer.ts';
import { NO_ANSWER, order, PATIENT, printOn, till } from '../../helpers/print-on-till.ts';
import { sampleReceipt } from '../../helpers/sample-receipt.ts';

const noAnswer = (port: number) => `The till printer at 127.0.0.1:${port} does not answer: is it on and connected?`;

describe('a printer that says what is wrong gets nothing to print', () => {
  test.for<[string, Partial<Record<number, number>>]>([
    ['The till printer’s cover is open: see that it has paper and close it.', { 1: 0x08, 2: 0x04 }],
    ['The till printer’s cover is open: see that it has paper and close it.', { 1: 0x08, 2: 0x24, 4: 0x60 }],
    ['The till printer is out of paper: put a new roll in.', { 1: 0x08, 2: 0x20 }],
    ['The till printer is out of paper: put a new roll in.', { 4: 0x6c }],
    ['Someone is pressing the till printer’s feed button: let go of it.', { 1: 0x08, 2: 0x08 }],
    ['The till printer is offline: turn it off and on.', { 1: 0x08 }],
    ['The till printer reports an error: turn it off and on.', { 1: 0x08, 2: 0x40 }],
    [
      'The till printer’s knife is stuck: open the cover, take the paper out, and turn the printer off and on.',
      { 1: 0x08, 2: 0x40, 3: 0x08 },
    ],
    ['The till printer reports a fault: turn it off and on, or have it repaired.', { 1: 0x08, 2: 0x40, 3: 0x20 }],
    ['The till printer is too hot: it goes on by itself when it has cooled.', { 1: 0x08, 2: 0x40, 3: 0x40 }],
  ])('%s %j', async ([reason, bits]) => {
    const { outcome, lines } = await printOn({ state: (n) => WELL | (bits[n] ?? 0) });
    expect(outcome).toEqual({ state: 'failed', reason, retry: true });
    expect(lines.filter((line) => !line.startsWith('[DLE EOT'))).toEqual([]);
  });
});

describe('nothing came out, and trying again may help', () => {
  test('when nobody listens', async () => {
    const port = await unusedPort();
    const outcome = await openEscposPrinter(till(port), PATIENT).print(order());
    expect(outcome).toEqual({ state: 'failed', reason: noAnswer(port), retry: true });
  });

  test('when the network knows no such name', async () => {
    expect(await openEscposPrinter(till(9100, 'no such till'), PATIENT).print(order())).toEqual({
      state: 'failed',
      reason: 'The network knows no till printer named no such till: check its address in the settings.',
      retry: true,
    });
  });

  test('when the connection is not taken in time', async () => {
    await using deaf = await openDeafPort();
    const outcome = await openEscposPrinter(till(deaf.port), { ...PATIENT, connectTimeoutMs: 50 }).print(order());
    expect(outcome).toEqual({ state: 'failed', reason: noAnswer(deaf.port), retry: true });
  });

  test('when the printer hangs up before it got anything', async () => {
    const { outcome, place } = await printOn({ trouble: 'closes at once' });
    const reason = `${place.replace('the', 'The')} does not answer: is it on and connected?`;
    expect(outcome).toEqual({ state: 'failed', reason, retry: true });
  });

  test('when words cannot be drawn: the printer is left alone', async () => {
    const { outcome, connections } = await printOn({}, {}, { roll: sampleReceipt('முருகன்') });
    const reason = 'Some words could not be drawn for the till printer: The engine is not there.';
    expect(outcome).toEqual({ state: 'failed', reason, retry: true });
    expect(connections.all).toBe(0);
  });
});

test('a document without rows cannot be printed on a roll, ever', async () => {
  const { outcome, connections } = await printOn({}, {}, { roll: null });
  expect(outcome).toMatchObject({ state: 'failed', retry: false });
  expect(outcome).toHaveProperty('reason', expect.stringContaining('choose a printer with sheets'));
  expect(connections.all).toBe(0);
});

describe('status', () => {
  test('ready, also with a roll that is nearly used up', async () => {
    await using well = await openTillPrinter({ state: () => WELL });
    expect(await openEscposPrinter(till(well.port), PATIENT).status()).toEqual({ state: 'ready', words: 'Ready.' });
    await using low = await openTillPrinter({ state: (n) => (n === 4 ? 0x1e : WELL) });
    expect(await openEscposPrinter(till(low.port), PATIENT).status()).toEqual({
      state: 'ready',
      words: 'Ready. The roll is nearly used up.',
    });
  });

  test('stopped, with what to do', async () => {
    await using far = await openTillPrinter({ state: (n) => (n === 2 ? 0x16 : 0x1a) });
    expect(await openEscposPrinter(till(far.port), PATIENT).status()).toEqual({
      state: 'stopped',
      words: 'The till printer’s cover is open: see that it has paper and close it.',
    });
  });

  test('unknown, when it takes connections and says nothing', async () => {
    await using far = await openTillPrinter();
    expect(await openEscposPrinter(till(far.port), { ...PATIENT, ...NO_ANSWER }).status()).toEqual({
      state: 'unknown',
      words: `The till printer at 127.0.0.1:${far.port} is connected, but does not tell how it is.`,
    });
  });

  test('unreachable, when it is off or hangs up', async () => {
    const port = await unusedPort();
    const words = noAnswer(port);
    expect(await openEscposPrinter(till(port), PATIENT).status()).toEqual({ state: 'unreachable', words });
    await using far = await openTillPrinter({ trouble: 'closes at once' });
    expect(await openEscposPrinter(till(far.port), PATIENT).status()).toHaveProperty('state', 'unreachable');
  });
});

async function unusedPort(): Promise<number> {
  await using far = await openTillPrinter();
  return far.port;
}

/** A port whose queue of waiting connections is full, so that the next one gets no answer, as from a dead cable. */
async function openDeafPort(): Promise<AsyncDisposable & { port: number }> {
  const worker = new Worker(
    `const server = require('node:net').createServer();
    server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
      require('node:worker_threads').parentPort.postMessage(server.address().port);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });`,
    { eval: true },
  );
  const port = await new Promise<number>((resolve) => {
    worker.once('message', resolve);
  });
  const waiting = [1, 2, 3, 4].map(() => connect(port, '127.0.0.1').on('error', () => undefined));
  return {
    port,
    async [Symbol.asyncDispose]() {
      for (const socket of waiting) socket.destroy();
      await worker.terminate();
    },
  };
}
