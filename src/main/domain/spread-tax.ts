import type { TaxCategory } from '../../shared/invoice-snapshot.ts';
import { type Cents, cents } from '../../shared/money.ts';
import { divideRounded } from '../../shared/rounding.ts';

interface NetLine {
  net: Cents;
  taxCategory: TaxCategory;
}

/**
 * The tax of each line, such that the lines of a category add up to its tax to the cent: tax was worked out once on their
 * sum, but a bookkeeper's program wants it line by line.
 *
 * @param taxes what each category's tax comes to
 */
export function spreadTax(lines: readonly NetLine[], taxes: readonly { category: TaxCategory; tax: Cents }[]): Cents[] {
  const spread = lines.map(() => 0);
  for (const category of new Set(taxes.map((tax) => tax.category))) {
    const tax = taxes.reduce((sum, row) => (row.category === category ? sum + row.tax : sum), 0);
    const own = lines.flatMap((line, index) => (line.taxCategory === category ? [{ index, net: line.net }] : []));
    const whole = own.reduce((sum, { net }) => sum + net, 0);
    const sign = whole < 0 ? -1n : 1n;
    let net = 0;
    let given = 0;
    own.forEach((line, place) => {
      net += line.net;
      const isLast = place === own.length - 1 || whole === 0;
      const upTo = isLast ? tax : divideRounded(BigInt(tax) * BigInt(net) * sign, BigInt(whole) * sign);
      spread[line.index] = upTo - given;
      given = upTo;
    });
  }
  return spread.map(cents);
}
