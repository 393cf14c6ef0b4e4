export const NUMBER_KINDS = ['DST', 'TRX', 'INV', 'RCT', 'CN', 'ZRP'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** `INV-KB1-2026-000123` (domain.md, "Numbers"). */
export function documentNumber(kind: NumberKind, siteCode: string, year: number, count: number): string {
  return `${kind}-${siteCode}-${year}-${String(count).padStart(6, '0')}`;
}
