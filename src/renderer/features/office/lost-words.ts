import type { WireOutput } from '../../../shared/contract/index.ts';
import { t } from '../../texts/index.ts';
import type { Tone } from '../../ui/status-badge.tsx';

export type Lost = WireOutput<'lostDocuments.list'>['items'][number];

const TONES: Record<Lost['state'], Tone> = { lost: 'attention', entered: 'done', settled: 'quiet' };

/** How far it is, and how loudly that is said. */
export function lostState({ state }: Pick<Lost, 'state'>): { words: string; tone: Tone } {
  return { words: t.lost.states[state], tone: TONES[state] };
}

/** The document people know it by: the invoice of a sale, else the first. */
export function mainDocument({ documents }: Pick<Lost, 'documents'>): Lost['documents'][number] | undefined {
  return documents.find(({ number }) => number.startsWith('INV-')) ?? documents[0];
}

/** The number people know it by. */
export function lostName(lost: Pick<Lost, 'documents'>): string {
  return mainDocument(lost)?.number ?? '';
}

/** Whether it was a sale, which the sale screen can enter again. */
export function isSale({ documents }: Pick<Lost, 'documents'>): boolean {
  return documents.some(({ number }) => number.startsWith('TRX-'));
}
