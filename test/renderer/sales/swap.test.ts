import { describe, expect, test } from 'vitest';
import { usualSize, withSwaps } from '../../../src/renderer/features/sales/swap.ts';

const [NINE, FOURTEEN] = [9, 14];
const SIZES = [NINE, FOURTEEN];
const at = (nine: number, fourteen: number) =>
  new Map([
    [NINE, nine],
    [FOURTEEN, fourteen],
  ]);
const back = (cylinders: Record<string, string>, onSite: ReturnType<typeof at> | null) =>
  withSwaps({ cylinders }, SIZES, onSite).byKey['14:EMPTY_RETURN'];

describe('empties that come back for what is delivered', () => {
  test('are as many as are delivered', () => {
    const { byKey, assumed } = withSwaps({ cylinders: { '14:DELIVER': '2' } }, SIZES, at(0, 5));
    expect(byKey).toEqual({ '14:DELIVER': '2', '14:EMPTY_RETURN': '2' });
    expect([...assumed]).toEqual(['14:EMPTY_RETURN']);
  });

  test('are no more than the customer has', () => {
    expect(back({ '14:DELIVER': '4' }, at(0, 3))).toBe('3');
    expect(back({ '14:DELIVER': '4' }, at(9, 0))).toBeUndefined();
  });

  test('are fewer by what comes back half full or damaged', () => {
    expect(back({ '14:DELIVER': '4', '14:HALF_RETURN': '1', '14:DAMAGED_RETURN': '1' }, at(0, 9))).toBe('2');
    expect(back({ '14:DELIVER': '2', '14:HALF_RETURN': '2' }, at(0, 9))).toBeUndefined();
  });

  test('are never what somebody typed otherwise, nor what somebody emptied', () => {
    expect(back({ '14:DELIVER': '4', '14:EMPTY_RETURN': '1' }, at(0, 9))).toBe('1');
    expect(back({ '14:DELIVER': '4', '14:EMPTY_RETURN': '' }, at(0, 9))).toBe('');
  });

  test('are none while nobody knows what the customer has, and none when nothing is delivered', () => {
    expect(back({ '14:DELIVER': '2' }, null)).toBeUndefined();
    expect(back({}, at(4, 4))).toBeUndefined();
  });
});

describe('the size counting starts with', () => {
  test('is the one the customer has most of, the smaller of two alike', () => {
    expect(usualSize(SIZES, at(1, 3))).toBe(FOURTEEN);
    expect(usualSize(SIZES, at(3, 3))).toBe(NINE);
  });

  test('is any for a customer who has none, or of whom it is not known', () => {
    expect(usualSize(SIZES, at(0, 0))).toBeNull();
    expect(usualSize(SIZES, null)).toBeNull();
  });
});
