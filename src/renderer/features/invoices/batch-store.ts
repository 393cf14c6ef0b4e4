import { create } from 'zustand';
import type { WireOutput } from '../../../shared/contract/index.ts';

export type BatchKind = 'print' | 'mail';

/** A selection that is being printed or mailed, and what was left out of it. */
export interface Batch {
  kind: BatchKind;
  /** `null`: all of it was left out. */
  batch: string | null;
  skipped: WireOutput<'invoices.emailMany'>['skipped'];
}

/** Goes on while one looks at another screen; one at a time, as there is one counter. */
export const useBatch = create<{ current: Batch | null }>(() => ({ current: null }));

/** The most that are taken at a time. */
export const BATCH_LARGEST = 1000;
