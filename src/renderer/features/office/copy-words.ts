import type { WireOutput } from '../../../shared/contract/index.ts';
import { type BusinessDate, businessDateOf, daysBetween } from '../../../shared/dates.ts';
import { t } from '../../texts/index.ts';
import type { Tone } from '../../ui/status-badge.tsx';

export type Copy = WireOutput<'backups.list'>['items'][number];

/** What reading it in full has shown, and how loudly that is said. */
export function copyState({ problems }: Pick<Copy, 'problems'>): { words: string; tone: Tone; hint: string } {
  if (problems === null) return { words: t.copies.notRead, tone: 'quiet', hint: t.copies.notReadHint };
  if (problems.length > 0) return { words: t.copies.odd, tone: 'attention', hint: t.copies.oddHint };
  return { words: t.copies.sound, tone: 'done', hint: t.copies.soundHint };
}

/** `12.4 MB`; the smallest is 0.1. */
export function sizeWords(bytes: number): string {
  return t.copies.megabytes(Math.max(bytes / 1_000_000, 0.1).toFixed(1));
}

/** Whether the newest copy is older than anybody should want: of the day before yesterday, or older. */
export function isOld(createdAt: string, day: BusinessDate): boolean {
  return daysBetween(businessDateOf(new Date(createdAt)), day) > 1;
}
