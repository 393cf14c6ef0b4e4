import { hostileValue, STRANGE_FIELDS } from './hostile-values.ts';
import type { Random } from './random.ts';

/** The input with up to three mistakes in it; sometimes with none, so that what lies behind the schema is met as well. */
export function withMistakes(random: Random, input: unknown): unknown {
  if (random.chance(0.02)) return hostileValue(random);
  let result = input;
  for (let mistakes = random.pick([0, 1, 1, 1, 1, 2, 2, 3]); mistakes > 0; mistakes -= 1) {
    result = withMistake(random, result);
  }
  return result;
}

function withMistake(random: Random, value: unknown): unknown {
  if (Array.isArray(value)) return mistakenList(random, value);
  if (isPlain(value)) return mistakenObject(random, value);
  return hostileValue(random);
}

function mistakenObject(random: Random, value: Record<string, unknown>): unknown {
  const names = Object.keys(value);
  const kind = random.below(10);
  if (names.length === 0 || kind === 0) return withField(value, random.pick(STRANGE_FIELDS), hostileValue(random));
  const name = random.pick(names);
  if (kind === 1) return Object.fromEntries(Object.entries(value).filter(([field]) => field !== name));
  const child = value[name];
  const goesDeeper = typeof child === 'object' && child !== null && random.chance(0.7);
  return withField(value, name, goesDeeper ? withMistake(random, child) : hostileValue(random));
}

/** Defined, not assigned: assigning `__proto__` would set the prototype, and no field. */
function withField(object: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> {
  const copy = { ...object };
  return Object.defineProperty(copy, name, { value, enumerable: true, writable: true, configurable: true });
}

function mistakenList(random: Random, value: readonly unknown[]): unknown {
  if (value.length === 0 || random.chance(0.1)) return [...value, hostileValue(random)];
  if (random.chance(0.05)) return Array.from({ length: 10_000 }, () => value[0]);
  if (random.chance(0.1)) return [...value, ...value];
  const index = random.below(value.length);
  return value.map((item, place) => (place === index ? withMistake(random, item) : item));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
