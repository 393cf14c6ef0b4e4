import type { WireOutput } from '../../../shared/contract/index.ts';
import { centsOf, formatCount, formatDollars } from '../../format.ts';
import { t } from '../../texts/index.ts';
import type { Fact } from '../../ui/facts.tsx';
import type { Tone } from '../../ui/status-badge.tsx';

export type Bundle = WireOutput<'exports.list'>['items'][number];

const TONES: Record<NonNullable<Bundle['delivery']>['state'], Tone> = {
  queued: 'quiet',
  running: 'quiet',
  done: 'done',
  failed: 'attention',
  uncertain: 'attention',
  cancelled: 'quiet',
};

/** `Bundle 12`. */
export function bundleName({ sequence }: Pick<Bundle, 'sequence'>): string {
  return t.bundles.name(formatCount(sequence));
}

/** How far it is on its way, and how loudly that is said. */
export function bundleState({ delivery }: Pick<Bundle, 'delivery'>): { words: string; tone: Tone } {
  if (delivery === null) return { words: t.bundles.kept, tone: 'quiet' };
  return { words: t.bundles.states[delivery.state], tone: TONES[delivery.state] };
}

/** `312 changes`: how much it holds. */
export function changesIn({ fromCommit, toCommit }: Pick<Bundle, 'fromCommit' | 'toCommit'>): string {
  const count = toCommit - fromCommit + 1;
  return t.bundles.changes(count, formatCount(count));
}

/** What is in it, in numbers: only what there is any of. */
export function contentFacts({ counts }: Pick<Bundle, 'counts'>): Fact[] {
  // Files are named after what they hold: `credit_notes.ndjson`.
  const byKind = new Map(Object.entries(counts).map(([file, rows]) => [file.replace(/\..*$/, ''), rows]));
  const rows = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const shown = Object.entries(t.bundles.contents).flatMap(([kind, label]): Fact[] => {
    const count = byKind.get(kind) ?? 0;
    return count === 0 ? [] : [{ label, value: formatCount(count) }];
  });
  return [...shown, { label: t.bundles.rows, value: formatCount(rows) }];
}

const SUMS = ['invoices', 'tax', 'creditNotes', 'payments', 'writeOffs', 'deposits'] as const;

/** The money in it: only what is not nothing. */
export function moneyFacts({ totals }: Pick<Bundle, 'totals'>): Fact[] {
  return SUMS.flatMap((kind): Fact[] =>
    centsOf(totals[kind]) === 0 ? [] : [{ label: t.bundles.totals[kind], value: formatDollars(totals[kind]) }],
  );
}
