import type { Random } from './random.ts';

const NUMBERS = [
  0,
  -0,
  -1,
  0.1,
  1.5,
  1e21,
  1e308,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  Number.MAX_SAFE_INTEGER,
  9999,
  100_000,
];

const FIGURES = [
  'NaN Infinity -Infinity 1e309 1e3 0x10 -0.01 -1 0 00 .5 5. 1,000.00 １２ 99999999.99 999999.9999 9999999999.99',
  '-9999999999.99 999999999.999 99999999999999999999 2026-02-30 0000-00-00 9999-12-31 0001-01-01 2026-1-2',
  '2026-01-20T00:00:00Z not-a-uuid 00000000-0000-0000-0000-000000000000 123e4567-e89b-12d3-a456-42661417400',
].flatMap((line) => line.split(' '));

/** One attack after another, between bars. */
const ATTACKS = [
  String.raw`'; DROP TABLE users; --|" OR ""="|' UNION SELECT password_hash FROM users --|%|_%\|\'|=cmd!A1|\d+`,
  '<script>alert(1)</script>|<img src=x onerror=alert(1)>|{{7*7}}|$(id)|%s%n|../../etc/passwd|file:///etc/passwd',
  String.raw`..\..\windows|C:\CON|/dev/null|.|..|%2e%2e%2f|WyJhIiwxXQ|W251bGwsMV0|null|undefined|true|[object Object]`,
  '__proto__|constructor|toString|福满楼',
].flatMap((line) => line.split('|'));

const CHARACTERS = ['', ' ', '\t', '\u0000', 'a\u0000b', '\u001b[31m', '\r\nSet-Cookie: a=b', '\u202egnp', '\u2028'];
const HALVES = ['\ud800', 'x\udfffy', '\ufeff', '😀'.repeat(40), 'e\u0301'.repeat(60), '\u0130\u1e9e'];

const TEXTS = [...ATTACKS, ...CHARACTERS, ...HALVES];

/** Values no field was made for. Big ones are rare, because each is thousands of mistakes at once. */
export function hostileValue(random: Random): unknown {
  const kind = random.below(100);
  if (kind < 20) return random.pick(NUMBERS);
  if (kind < 45) return random.pick(FIGURES);
  if (kind < 75) return random.pick(TEXTS);
  if (kind < 92) return random.pick(SHAPES)();
  if (kind < 96)
    return random.pick(['a', '9', '\u0000', '\ud800', '%', '\n']).repeat(random.pick([201, 5000, 100_000]));
  if (kind < 98) return Array.from({ length: 10_000 }, () => random.pick([1, null, 'x', {}]));
  return nested(random.pick([50, 3000]), random.chance(0.5));
}

const SHAPES: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => false,
  () => [],
  () => [[]],
  () => ({}),
  () => [null],
  () => ({ length: 1e9 }),
  () => ({ toString: 'x', valueOf: null }),
  () => JSON.parse('{"__proto__": {"role": "ADMIN"}}') as unknown,
  () => ({ constructor: { prototype: { isAdmin: true } } }),
  () => ({ kind: 'depot', depotId: 1, driverId: 1 }),
  () => ({ type: 'cylinder' }),
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
];

/** Fields nobody asked for. */
export const STRANGE_FIELDS = [
  ...'__proto__ constructor prototype toString hasOwnProperty id role userId commitSeq items.0.quantity'.split(' '),
  ..."$where '; 0 length then toJSON \u0000 \ud800".split(' '),
  '',
  'a'.repeat(3000),
];

/** One thing inside another inside another. */
export function nested(depth: number, isList: boolean): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = isList ? [value] : { a: value };
  return value;
}
