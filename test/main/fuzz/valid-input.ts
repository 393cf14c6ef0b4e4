import { z } from 'zod';
import type { Definition } from '../../../src/shared/contract/define.ts';
import type { Random } from './random.ts';

type Schema = Exclude<z.core.JSONSchema._JSONSchema, boolean>;

/** Text that somebody keying in something right might have keyed in; the first that fits a field's pattern is used. */
const TEXTS = [
  '416180',
  '1234',
  'KB9',
  'C-7',
  'clerk7',
  '12.50',
  '2026-01-20',
  'GBA1234A',
  'Kopitiam',
  'Office',
  'a@b.sg',
];

/** The schema of a verb's input as its clients see it. */
export function schemaOf({ input }: Definition): Schema {
  return z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
}

/** An input that fits its schema; ids are small, so that many of them are somebody's. */
export function validInput(random: Random, schema: Schema, name = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return random.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return validInput(random, random.pick(choices), name);
  switch (schema.type) {
    case 'object':
      return validObject(random, schema);
    case 'array': {
      const length = Math.max(schema.minItems ?? 0, random.below(4));
      return Array.from({ length }, () => validInput(random, schema.items as Schema));
    }
    case 'integer':
    case 'number':
      return name.toLowerCase().endsWith('id') ? 1 + random.below(5) : Math.max(schema.minimum ?? 0, random.below(6));
    case 'boolean':
      return random.chance(0.5);
    case 'string':
      return validText(random, schema);
    default:
      return null;
  }
}

function validObject(random: Random, schema: Schema): Record<string, unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const fields = Object.entries(properties)
    .filter(([name]) => required.includes(name) || random.chance(name === 'approval' ? 0.05 : 0.4))
    .map(([name, field]) => [name, validInput(random, field as Schema, name)] as const);
  const isRecord = typeof additionalProperties === 'object' && Object.keys(properties).length === 0;
  return isRecord ? { 'depots.csv': 'code,name,address,kind\nD1,Depot,Road,OWN\n' } : Object.fromEntries(fields);
}

function validText(random: Random, schema: Schema): string {
  const { examples, format, pattern, minLength = 0 } = schema;
  if (format === 'uuid') return random.uuid();
  if (format === 'date') return `2026-01-${String(10 + random.below(12))}`;
  const example = examples?.[0];
  if (typeof example === 'string') return random.chance(0.7) ? example : String(random.below(2000));
  const fitting = TEXTS.filter((text) => pattern === undefined || new RegExp(pattern, 'u').test(text));
  const text = random.pick(fitting.length === 0 ? ['x'] : fitting);
  return text.padEnd(minLength, '0');
}
