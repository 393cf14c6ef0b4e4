import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { along, labelsWithRoom, niceAxis, reachOf, stacked } from '../../../src/renderer/ui/chart/scale.ts';

describe('an axis', () => {
  test.each([
    { values: [37], ticks: [0, 10, 20, 30, 40] },
    { values: [1234.5, 300], ticks: [0, 500, 1000, 1500] },
    { values: [4], ticks: [0, 1, 2, 3, 4] },
    { values: [0.03], ticks: [0, 0.01, 0.02, 0.03] },
    { values: [-2.4, 9.25], ticks: [-5, 0, 5, 10] },
    { values: [-30], ticks: [-30, -20, -10, 0] },
    { values: [0, 0], ticks: [0, 1] },
    { values: [], ticks: [0, 1] },
  ])('of $values has $ticks', ({ values, ticks }) => {
    expect(niceAxis(values).ticks).toEqual(ticks);
  });

  test('counts whole cylinders in whole steps', () => {
    expect(niceAxis([2], 4, 1).ticks).toEqual([0, 1, 2]);
    expect(niceAxis([1], 4, 1).ticks).toEqual([0, 1]);
  });

  test('holds every value and zero, in few even steps', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e7, max: 1e7, noNaN: true }), { maxLength: 40 }), (values) => {
        const { ticks, min, max } = niceAxis(values);
        const slack = Math.max(max, -min) * 1e-8;
        expect(values.every((value) => value >= min - slack && value <= max + slack)).toBe(true);
        expect(ticks).toContain(0);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  test('stands values between its ends, upside down on a screen', () => {
    const y = along({ ticks: [], min: -10, max: 30 }, 200, 0);
    expect([y(-10), y(0), y(30)]).toEqual([200, 150, 0]);
  });
});

describe('labels in a row', () => {
  test('all have room, or every second with the last one, which is now', () => {
    expect(labelsWithRoom(4, 200, 50)).toEqual([true, true, true, true]);
    expect(labelsWithRoom(4, 100, 50)).toEqual([false, true, false, true]);
    expect(labelsWithRoom(5, 0, 50)).toEqual([false, false, false, false, true]);
  });
});

describe('a stack', () => {
  test('goes up from zero, and money given back goes down from it', () => {
    expect(stacked([100, -30, 20])).toEqual([
      { part: 0, from: 0, to: 100 },
      { part: 1, from: 0, to: -30 },
      { part: 2, from: 100, to: 120 },
    ]);
    expect(reachOf([100, -30, 20])).toEqual([-30, 120]);
    expect(reachOf([])).toEqual([0, 0]);
  });
});
