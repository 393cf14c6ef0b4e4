export const NUMBER_KINDS = ['DST', 'TRX', 'INV', 'RCT', 'CN', 'ZRP'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** `INV-KB1-2026-000123` (domain.md, "Numbers"). */
export function documentNumber(kind: NumberKind, siteCode: string, year: number, count: number): string {
  return `${kind}-${siteCode}-${year}-${String(count).padStart(6, '0')}`;
}

/** What a number says; `null` when it is none of ours. */
export function readDocumentNumber(number: string): { kind: NumberKind; year: number; count: number } | null {
  const [, letters, year, count] = /^([A-Z]+)-.+-(\d{4})-(\d{6,})$/.exec(number) ?? [];
  const kind = NUMBER_KINDS.find((known) => known === letters);
  return kind === undefined ? null : { kind, year: Number(year), count: Number(count) };
}
