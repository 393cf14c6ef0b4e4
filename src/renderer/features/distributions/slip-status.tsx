import { t } from '../../texts/index.ts';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import type { Slip } from './slip-draft.ts';

const TONES: Record<Slip['status'], Tone> = { DRAFT: 'quiet', CONFIRMED: 'done', CANCELLED: 'attention' };

export function SlipStatus({ status }: { status: Slip['status'] }) {
  return <StatusBadge tone={TONES[status]}>{t.distribution.status[status]}</StatusBadge>;
}
