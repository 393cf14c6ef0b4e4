import { describe, expect, test } from 'vitest';
import { openEscposPrinter, openEscposPrinters } from '../../../src/main/adapters/printer-escpos.ts';
import { openTillPrinter, WELL } from '../../helpers/open-till-printer.ts';
import { NO_ANSWER, NO_END, order, PATIENT, printOn, till } from '../../helpers/print-on-till.ts';
import { sampleReceipt } from '../../helpers/sample-receipt.ts';

const LOOK = 'look whether the paper came out.';
const processId = (id: string) => `7"${id}\0`;
const WORKED_OFF = Uint8Array.of(0);
const healthy = () => WELL;

describe('a printer that talks', () => {
  test('is asked how it is, gets the receipt, and is believed when it reports the end', async () => {
    const { outcome, lines, place } = await printOn({ state: healthy, end: (id) => [processId(id), WORKED_OFF] });
    expect(lines.slice(0, 4)).toEqual(['[DLE EOT 1]', '[DLE EOT 2]', '[DLE EOT 4]', '[drawer]']);
    expect(lines).toContain('Change                                     $9.70');
    expect(lines.slice(-3)).toEqual(['[cut]', expect.stringMatching(/^\[GS \( H 00\d{4}\]$/), '[GS r 1]']);
    const id = /00(\d{4})/.exec(lines.at(-2) ?? '')?.[1];
    expect(outcome).toEqual({ state: 'printed', proof: `${place} reported the end of printing (process id ${id})` });
  });

  test('that knows GS r only has printed, too: it worked off the cut, and has paper', async () => {
    const { outcome, place } = await printOn({ state: healthy, end: () => [WORKED_OFF] }, { answerTimeoutMs: 300 });
    expect(outcome).toEqual({ state: 'printed', proof: `${place} worked off all of it and has paper (GS r)` });
  });

  test('and never tells the end was handed the receipt', async () => {
    const { outcome, place } = await printOn({ state: healthy }, NO_END);
    const proof = `${place} took all of it and reports no trouble; it does not tell the end`;
    expect(outcome).toEqual({ state: 'handed', proof });
  });

  test('may report the end of another order: that says nothing about this one', async () => {
    const { outcome } = await printOn({ state: healthy, end: () => [processId('last')] }, NO_END);
    expect(outcome.state).toBe('handed');
  });

  test.for(['resets while printing', 'closes while printing'] as const)('but %s: look', async (trouble) => {
    const { outcome, place } = await printOn({ state: healthy, trouble });
    expect(outcome).toEqual({ state: 'uncertain', reason: `The connection to ${place} broke while printing: ${LOOK}` });
  });

  test('but runs out of paper on the way leaves half a receipt: look', async () => {
    const runsOut = (n: number, hasPrinted: boolean) => (n === 4 && hasPrinted ? 0x7e : WELL);
    const { outcome } = await printOn({ state: runsOut }, NO_END);
    expect(outcome).toEqual({
      state: 'uncertain',
      reason: `The till printer is out of paper: put a new roll in. It stopped while printing: ${LOOK}`,
    });
  });
});

describe('a printer that says nothing', () => {
  test('and took everything was handed the receipt; it is not asked for the end', async () => {
    const { outcome, lines, place } = await printOn({}, NO_ANSWER);
    expect(outcome).toEqual({ state: 'handed', proof: `${place} took all of it; it does not tell whether it printed` });
    expect(lines[0]).toBe('[DLE EOT 1]');
    expect(lines.at(-1)).toBe('[cut]');
  });

  test.for(['hangs', 'never closes'] as const)('and %s may have got the receipt or not: look', async (trouble) => {
    const { outcome, place } = await printOn({ trouble }, { ...NO_ANSWER, ...NO_END });
    expect(outcome).toEqual({
      state: 'uncertain',
      reason: `${place.replace('the', 'The')} did not confirm that it got everything: ${LOOK}`,
    });
  });

  test('and breaks the connection may have printed some: look', async () => {
    const { outcome, place } = await printOn({ trouble: 'resets while printing' }, NO_ANSWER);
    expect(outcome).toHaveProperty('state', 'uncertain');
    expect(outcome).toHaveProperty('reason', expect.stringContaining(place.slice(4)));
  });

  test('and takes no more before the end of a long order may have printed some: look', async () => {
    const height = 4000;
    const pictures = { draw: () => Promise.resolve({ width: 576, height, bytes: new Uint8Array(72 * height) }) };
    const { outcome, place } = await printOn(
      { trouble: 'hangs' },
      { ...NO_ANSWER, ...NO_END, pictures },
      { roll: sampleReceipt('முருகன்'), copies: 80 },
    );
    expect(outcome).toEqual({ state: 'uncertain', reason: `The connection to ${place} broke while printing: ${LOOK}` });
  });
});

test('three receipts at once come out one after the other, over one connection at a time', async () => {
  await using far = await openTillPrinter({ state: healthy, end: (id) => [processId(id)] });
  const printer = openEscposPrinter(till(far.port), PATIENT);
  const outcomes = await Promise.all([1, 2, 3].map(() => printer.print(order())));
  expect(outcomes.map((outcome) => outcome.state)).toEqual(['printed', 'printed', 'printed']);
  expect(far.connections()).toEqual({ most: 1, all: 3 });
});

test('a printer opened twice is still sent one order at a time', async () => {
  await using far = await openTillPrinter({ state: healthy, end: (id) => [processId(id)] });
  const open = openEscposPrinters(PATIENT);
  await Promise.all([1, 2].map(() => open(till(far.port)).print(order())));
  expect(far.connections()).toEqual({ most: 1, all: 2 });
});

test('two copies are cut apart, and the drawer opens once, before them', async () => {
  const { lines } = await printOn({}, NO_ANSWER, { copies: 2 });
  expect(lines.filter((line) => line === '[cut]' || line === '[drawer]')).toEqual(['[drawer]', '[cut]', '[cut]']);
  expect(lines.filter((line) => line.startsWith('Change'))).toHaveLength(2);
});

test('nobody keeps the job: what became of it is for a person to see', async () => {
  const printer = openEscposPrinter(till(9100), PATIENT);
  expect(await printer.follow('any')).toMatchObject({ state: 'uncertain' });
  await expect(printer.cancel('any')).resolves.toBeUndefined();
});
