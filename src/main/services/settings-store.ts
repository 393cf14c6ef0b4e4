import { z } from 'zod';
import { defaultMail, defaultPrinters } from './delivery/default-settings.ts';
import { settingsSections } from '../../shared/contract/settings.ts';
import type { BusinessDate } from '../../shared/dates.ts';
import { refuse } from '../../shared/errors.ts';
import type { Db } from '../db/db.ts';
import { settings } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import { type Gst, gstRateOn } from '../domain/gst.ts';

const allSections = z.object(settingsSections);
export type Settings = z.output<typeof allSections>;
type WireSettings = z.input<typeof allSections>;

/**
 * What holds until somebody changes it. The company has no default: set-up writes it. GST rates are Singapore's
 * (domain.md, "Billing a sale", 4).
 */
const DEFAULTS: Omit<WireSettings, 'company'> = {
  tax: {
    gstMode: 'exclusive',
    cashRounding: true,
    rates: [
      { from: '2007-07-01', rate: '7' },
      { from: '2023-01-01', rate: '8' },
      { from: '2024-01-01', rate: '9' },
    ],
  },
  security: { backdateDays: 7, lockedUntil: null, idleMinutes: 10 },
  billing: { unusualUsageFactor: 5, warnUnpaidCash: true },
  printers: defaultPrinters,
  mail: defaultMail,
  backup: { secondFolder: null },
  export: { destination: { kind: 'none' }, schedule: { every: 'never' } },
};

const selectSections = statement((db) =>
  db.select({ section: settings.section, value: settings.value }).from(settings).prepare(),
);

/** All of the settings' text in one row: a sale asks for the settings ten times, and parsing them once is enough. */
const selectText = statement((db) =>
  db.$client.prepare<[], string | null>('SELECT group_concat(value, char(10)) FROM settings').pluck(),
);

const parsed = statement((): { text: string; value: Settings | null } => ({ text: '', value: null }));

/** All settings, parsed again only when their text has changed; `null` before set-up. */
export function findSettings(db: Db): Settings | null {
  const text = selectText(db).get() ?? '';
  const cache = parsed(db);
  if (cache.value === null || cache.text !== text) {
    const rows = selectSections(db).all();
    const stored = Object.fromEntries(rows.map((row): [string, unknown] => [row.section, JSON.parse(row.value)]));
    if (stored['company'] === undefined) return null;
    cache.value = allSections.parse({ ...DEFAULTS, ...stored });
    cache.text = text;
  }
  return cache.value;
}

/** @throws Refusal INVALID_STATE before set-up. */
export function settingsOf(db: Db): Settings {
  return (
    findSettings(db) ??
    refuse('INVALID_STATE', 'The console has not been set up yet: open it and fill in the first screen.', {
      status: 'NOT_SET_UP',
    })
  );
}

/** Writes every section; those that did not change keep their text. */
export function writeSettings(db: Db, value: Settings): void {
  for (const [section, content] of Object.entries(z.encode(allSections, value))) {
    const text = JSON.stringify(content);
    db.insert(settings)
      .values({ section, value: text })
      .onConflictDoUpdate({ target: settings.section, set: { value: text } })
      .run();
  }
}

/** The settings of a site that has just been set up. */
export function firstSettings(company: Settings['company']): Settings {
  return allSections.parse({ ...DEFAULTS, company: z.encode(settingsSections.company, company) });
}

/** How GST applies on a day; `null` without a GST number. */
export function gstOn({ company, tax }: Settings, date: BusinessDate): Gst | null {
  return company.gstNumber ? { mode: tax.gstMode, rate: gstRateOn(tax.rates, date) } : null;
}
