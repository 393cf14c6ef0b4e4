import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Call } from '../../helpers/open-test-console.ts';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';

let edge: EdgeCase;
beforeEach(async () => {
  edge = await openEdgeCase();
  await edge.console.operator('settings.update', { export: { schedule: { every: 'day', at: '18:00' } } });
});
afterEach(() => edge.console.remove());

/** So late at the depot, the schedule is looked at. */
async function at(day: string, time: string): Promise<void> {
  edge.console.clock.set(new Date(`${day}T${time}:00.000+08:00`));
  await edge.console.makeDueBundle();
}

const ask: Call = (verb, input) => edge.console.operator(verb, input);
const sell = () => edge.sell([edge.deliver(1)], {}, ask);
const made = async () => (await ask('exports.list', {})).items.map(({ sequence }) => sequence);

describe('bundles made by the schedule', () => {
  test('come once at the planned moment, and by nobody in particular', async () => {
    await at('2026-01-20', '17:59');
    expect(await made()).toEqual([]);
    await at('2026-01-20', '18:00');
    await edge.console.makeDueBundle();
    await at('2026-01-20', '18:01');
    expect(await made()).toEqual([1]);
    const [row] = (await ask('audit.list', { action: 'exports.run' })).items;
    expect(row).toMatchObject({ userId: null, entityNumber: 'KB1-000001.zip', after: { madeBy: 'schedule' } });
    expect(await ask('exports.plan', {})).toMatchObject({
      nextRun: '2026-01-21T10:00:00.000Z',
      lastRun: '2026-01-20T10:00:00.000Z',
      hasNews: false,
    });
    expect(await ask('system.health', {})).toMatchObject({ lastExport: '2026-01-20T10:00:00.000Z' });
  });

  test('are one, at once, after days switched off', async () => {
    await at('2026-01-20', '18:00');
    await sell();
    const again = await edge.console.reopen();
    edge.console = again;
    await at('2026-01-25', '09:00');
    await at('2026-01-25', '09:01');
    expect(await made()).toEqual([2, 1]);
  });

  test('are none for a day on which nothing was committed, and what comes later waits for its own evening', async () => {
    await at('2026-01-20', '18:00');
    await at('2026-01-21', '18:00');
    await at('2026-01-22', '09:00');
    expect(await made()).toEqual([1]);
    await sell();
    await at('2026-01-22', '17:00');
    expect(await made()).toEqual([1]);
    await at('2026-01-22', '18:00');
    expect(await made()).toEqual([2, 1]);
  });

  test('do not follow at once on one that was made by hand', async () => {
    await ask('exports.run', {});
    await sell();
    await at('2026-01-20', '09:30');
    expect(await made()).toEqual([1]);
    await at('2026-01-20', '18:00');
    expect(await made()).toEqual([2, 1]);
  });

  test('are not made twice when the clock is set back', async () => {
    await at('2026-01-20', '18:00');
    await sell();
    await at('2026-01-20', '17:00');
    await at('2026-01-20', '18:00');
    await at('2026-01-20', '18:30');
    expect(await made()).toEqual([1]);
  });

  test('go on by the right clock when one a year ahead is set right', async () => {
    await at('2027-01-20', '18:00');
    await at('2026-01-21', '09:00');
    await sell();
    await at('2026-01-21', '10:00');
    expect(await made()).toEqual([1]);
    await at('2026-01-21', '18:00');
    await at('2026-01-21', '18:01');
    expect(await made()).toEqual([2, 1]);
    await sell();
    await at('2026-01-22', '18:00');
    expect(await made()).toEqual([3, 2, 1]);
  });

  test('come by the week or month when that is asked for', async () => {
    await at('2026-01-20', '18:00');
    await ask('settings.update', { export: { schedule: { every: 'month', day: 1, at: '07:00' } } });
    await at('2026-01-31', '23:00');
    await at('2026-02-01', '07:00');
    expect(await made()).toEqual([2, 1]);
  });

  test('that could not be made are told, and tried again ten minutes later', async () => {
    // In the way of the folder.
    const inTheWay = path.join(edge.console.dataDir, 'bundles');
    writeFileSync(inTheWay, '');
    await at('2026-01-20', '18:00');
    const told = expect.stringContaining('The bundle that was due could not be made, and is tried again') as string;
    expect((await ask('exports.plan', {})).troubles).toEqual([told]);
    expect((await ask('system.health', {})).notices).toEqual([told]);
    rmSync(inTheWay);
    await at('2026-01-20', '18:09');
    expect(await made()).toEqual([]);
    await at('2026-01-20', '18:11');
    expect(await made()).toEqual([1]);
    expect((await ask('exports.plan', {})).troubles).toEqual([]);
  });
});
