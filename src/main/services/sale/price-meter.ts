import { desc, eq, sql } from 'drizzle-orm';
import type { Input } from '../../../shared/contract/index.ts';
import { refuse, refuseField } from '../../../shared/errors.ts';
import { type Cents, meterAmountOf, type Rate } from '../../../shared/money.ts';
import { formatCubicMetres } from '../../../shared/quantity.ts';
import { meterReadings } from '../../db/schema/index.ts';
import { statement } from '../../db/statement.ts';
import { categoryFor } from '../../domain/gst.ts';
import { digitsOf, meterUsage, READINGS_AVERAGED, unusualUsage } from '../../domain/meter.ts';
import { rateInForce } from '../../domain/pricing.ts';
import { type MeterBilling, type PricedLine, pricedLine } from '../../domain/sale.ts';
import { type CustomerRow, lastMeterReading, meterRatePeriods } from '../customer-rows.ts';
import { settingsOf } from '../settings-store.ts';
import type { PricingBasis } from './price-items.ts';

const recentUsages = statement((db) =>
  db
    .select({ usage: meterReadings.usageMilli })
    .from(meterReadings)
    .where(eq(meterReadings.customerId, sql.placeholder('customerId')))
    .orderBy(desc(meterReadings.id))
    .limit(READINGS_AVERAGED)
    .prepare(),
);

type SaleInput = Pick<
  Input<'transactions.create'>,
  'currentMeter' | 'meterEstimated' | 'meterRollover' | 'confirmUnusual'
>;

export interface PricedMeter {
  billing: MeterBilling;
  /** `null` for a baseline, which bills nothing. */
  line: PricedLine | null;
  /** What to ask the clerk, when the usage is far above the usual. */
  unusual: string | null;
}

/**
 * Bills the gas since the last reading (domain.md, "Billing a sale", 2).
 *
 * @returns `null` when no reading was given.
 * @throws Refusal METER_ROLLBACK, NO_RATE, VALIDATION
 */
export function priceMeter(basis: PricingBasis, customer: CustomerRow, input: SaleInput): PricedMeter | null {
  const { currentMeter: current } = input;
  if (current === undefined) return null;
  if (!customer.isMeterInstalled) refuseField('currentMeter', `${customer.name} has no meter.`);
  const isEstimated = input.meterEstimated ?? false;
  const isRollover = input.meterRollover ?? false;
  const last = lastMeterReading(basis.db, customer.id);
  const next = { current, isEstimated, isRollover, digits: digitsOf(customer.meterDigits) };
  const { previous, usage, isBaseline } = meterUsage(last, next);
  const reading = { previous, current, usage, isEstimated, isRollover, isBaseline };
  if (isBaseline) return { billing: { ...reading, rate: null, amount: 0 as Cents }, line: null, unusual: null };
  const rate = rateInForce(meterRatePeriods(basis.db, customer.id), basis.businessDate) ?? refuseNoRate(customer.name);
  const amount = meterAmountOf(usage, rate);
  const line = pricedLine({
    type: 'meter',
    description: isEstimated ? 'Piped gas, estimated' : 'Piped gas',
    quantity: null,
    usage,
    rate,
    amount,
    taxCategory: categoryFor('SR', basis.gst),
  });
  return { billing: { ...reading, rate, amount }, line, unusual: unusualMessage(basis, customer.id, usage) };
}

function unusualMessage(basis: PricingBasis, customerId: number, usage: number): string | null {
  const factor = settingsOf(basis.db).billing.unusualUsageFactor;
  const recent = recentUsages(basis.db)
    .all({ customerId })
    .map((row) => row.usage);
  const limit = unusualUsage(recent, factor);
  if (limit === null || usage <= limit) return null;
  const text = formatCubicMetres(usage as typeof limit);
  return `${text} m³ is more than ${factor} times the usual. Check the meter; if it is right, confirm the usage.`;
}

function refuseNoRate(name: string): Rate {
  return refuse('NO_RATE', `${name} has no meter rate on this date. Ask a supervisor to set one.`, {
    equipmentId: null,
  });
}
