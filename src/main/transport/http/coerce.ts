import { z } from 'zod';

type Schema = z.core.JSONSchema._JSONSchema;

/** Gives a field's text from the address the type the verb's input wants; what does not fit stays text. */
export type Coerce = (field: string, text: string) => string | number | boolean;

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const BOOLEANS = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/**
 * An address holds only text, so `?limit=10` must become a number before the contract sees it. The types come from the
 * contract's own schema. Text that does not fit is passed on as it is: the contract's message answers, not a second one
 * made here. Numbers a double cannot hold exactly stay text too, or id 9007199254740993 would find somebody else's row.
 */
export function coercionOf(input: z.ZodObject): Coerce {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  const types = new Map(Object.entries(properties).map(([field, schema]) => [field, typesOf(schema)]));
  return (field, text) => {
    const wanted = types.get(field) ?? [];
    if (wanted.includes('string')) return text;
    if (wanted.includes('boolean')) return BOOLEANS.get(text) ?? text;
    if (wanted.includes('integer') || wanted.includes('number')) return numberOf(text) ?? text;
    return text;
  };
}

function numberOf(text: string): number | null {
  if (!NUMBER.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : null;
}

function typesOf(schema: Schema): string[] {
  if (typeof schema === 'boolean') return [];
  const { type = [], anyOf = [], oneOf = [] } = schema;
  return [type, ...[...anyOf, ...oneOf].map(typesOf)].flat();
}
