import { z } from 'zod';

/** A cell that must hold a whole number; the contract's field then checks how large it may be. */
export function wholeNumber(field: z.ZodInt) {
  return z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(field);
}

/** As spreadsheets and people write it. */
export const yesOrNo = z.stringbool({ truthy: ['true', 'yes'], falsy: ['false', 'no'] });

/** What SQLite's NOCASE makes of a key: `c0001` is the customer C0001. */
export function fold(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
