import type { Input, Output } from '../../shared/contract/index.ts';
import { refuse } from '../../shared/errors.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { ReadContext, Unit } from './context.ts';
import { defined } from './defined.ts';
import { refuseUnfitMail, refuseUnfitPrinters } from './delivery/check-settings.ts';
import { refuseUnfitDestination } from './head-office/check-destination.ts';
import { bundlesAreDueNow } from './head-office/bundle-jobs.ts';
import { type Settings, settingsOf, writeSettings } from './settings-store.ts';

export function getSettings({ db }: ReadContext): Output<'settings.get'> {
  return settingsOf(db);
}

/**
 * Changes the fields given.
 *
 * @throws Refusal INVALID_STATE when GST rates would leave a day without one; VALIDATION when printers, mail or the
 *   destination of bundles do not fit.
 */
export function updateSettings(unit: Unit, input: Input<'settings.update'>): Output<'settings.update'> {
  const before = settingsOf(unit.db);
  const after: Settings = {
    company: { ...before.company, ...defined(input.company ?? {}) },
    tax: { ...before.tax, ...defined(input.tax ?? {}) },
    security: { ...before.security, ...defined(input.security ?? {}) },
    billing: { ...before.billing, ...defined(input.billing ?? {}) },
    printers: { ...before.printers, ...defined(input.printers ?? {}) },
    mail: { ...before.mail, ...defined(input.mail ?? {}) },
    backup: { ...before.backup, ...defined(input.backup ?? {}) },
    export: { ...before.export, ...defined(input.export ?? {}) },
  };
  const days = after.tax.rates.map((rate) => rate.from);
  if (new Set(days).size !== days.length) {
    refuse('INVALID_STATE', 'Two GST rates start on the same day: keep one of them.', { status: 'DUPLICATE_RATE' });
  }
  refuseUnfitPrinters(after.printers);
  refuseUnfitMail(after.mail);
  refuseUnfitDestination(after);
  if (canonicalJson(before) === canonicalJson(after)) return before;
  writeSettings(unit.db, after);
  // What waits for its next try need not wait for what has just been mended.
  if (canonicalJson(before.export) !== canonicalJson(after.export)) bundlesAreDueNow(unit);
  unit.audit({ action: 'settings.update', entityType: 'settings', before, after });
  return settingsOf(unit.db);
}
