import { z } from 'zod';
import { type BusinessDate, parseBusinessDate } from '../dates.ts';
import {
  type BasisPoints,
  type Cents,
  formatCents,
  formatPercent,
  formatRate,
  parseCents,
  parsePercent,
  parseRate,
  type Rate,
} from '../money.ts';
import { formatCubicMetres, type MilliCubicMetres, parseCubicMetres } from '../quantity.ts';

/** A decimal string outside, a branded integer inside. */
function figure<Unit extends number>(
  name: string,
  pattern: RegExp,
  parse: (text: string) => Unit | null,
  format: (value: Unit) => string,
  example: string,
) {
  const text = z
    .string()
    .regex(pattern, `must be ${name}, like "${example}"`)
    .meta({ examples: [example] });
  return z.codec(text, z.custom<Unit>(Number.isSafeInteger), {
    decode: (value, context) => {
      const parsed = parse(value);
      if (parsed !== null) return parsed;
      context.issues.push({ code: 'custom', message: `must be ${name}, like "${example}"`, input: value });
      return z.NEVER;
    },
    encode: format,
  });
}

/** Singapore dollars as text, two decimals; may be negative. Inside: cents. */
export const money = figure<Cents>('an amount', /^-?\d{1,10}(\.\d{1,2})?$/, parseCents, formatCents, '38.00');
/** Money that is not negative. */
export const price = figure<Cents>(
  'an amount, not negative',
  /^\d{1,8}(\.\d{1,2})?$/,
  parseCents,
  formatCents,
  '38.00',
);
/** A price for one unit with up to four decimals, not negative. Inside: 1/10 000 dollar. */
export const rate = figure<Rate>('a rate, not negative', /^\d{1,6}(\.\d{1,4})?$/, parseRate, formatRate, '2.8504');
/** A meter reading in m³, not negative, up to three decimals. Inside: 1/1000 m³. */
export const reading = figure<MilliCubicMetres>(
  'a meter reading',
  /^\d{1,9}(\.\d{1,3})?$/,
  parseCubicMetres,
  formatCubicMetres,
  '1480.000',
);
/** Cubic metres used; negative when an estimate was too high. */
export const cubicMetres = figure<MilliCubicMetres>(
  'a volume',
  /^-?\d{1,9}(\.\d{1,3})?$/,
  parseCubicMetres,
  formatCubicMetres,
  '9.250',
);
/** A tax rate in per cent. Inside: basis points. */
export const percent = figure<BasisPoints>('a percentage', /^\d{1,2}(\.\d{1,2})?$/, parsePercent, formatPercent, '9');

/** More than zero, for what is paid or billed by hand. */
export const positiveMoney = price.refine((value) => value > 0, 'must be more than 0.00');

export const businessDate = z.codec(
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date, like "2026-01-20"')
    .meta({ format: 'date' }),
  z.custom<BusinessDate>((value) => typeof value === 'string'),
  {
    decode: (value, context) => {
      const parsed = parseBusinessDate(value);
      if (parsed !== null) return parsed;
      context.issues.push({ code: 'custom', message: 'is not a day of the calendar', input: value });
      return z.NEVER;
    },
    encode: (value) => value as string,
  },
);

export const instant = z.string().meta({ format: 'date-time' });
export const id = z.int().positive().max(Number.MAX_SAFE_INTEGER);
/** Cylinders, meters, regulators, or times a service was done. */
export const quantity = z.int().min(1).max(9999);

/** Control characters have no place in a name, and would spoil paper, logs and CSV. */
// oxlint-disable-next-line no-control-regex -- they are what is refused
const PRINTABLE = /^[^\u0000-\u001f\u007f\u2028\u2029]*$/;
// oxlint-disable-next-line no-control-regex -- they are what is refused
const PRINTABLE_LINES = /^[^\u0000-\u0009\u000b-\u001f\u007f]*$/;

export const line = (longest: number) =>
  z.string().trim().max(longest).regex(PRINTABLE, 'must not contain control characters');
export const requiredLine = (longest: number) => line(longest).min(1, 'must not be empty');
export const paragraph = (longest: number) =>
  z.string().trim().max(longest).regex(PRINTABLE_LINES, 'must not contain control characters');

export const code = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(20)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u, 'must be letters, digits, dots or dashes, without spaces');
export const reason = requiredLine(200).min(3, 'must say why, in three letters at least');
export const postalCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/, 'must be a Singapore postal code of six digits');
export const flag = z.boolean();

/** Bytes of a document; HTTP sends them as the body. */
export const fileOutput = z.object({
  fileName: z.string(),
  contentType: z.string(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

export const idInput = z.strictObject({ id });
