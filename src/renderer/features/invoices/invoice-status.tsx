import type { WireOutput } from '../../../shared/contract/index.ts';
import { t } from '../../texts/index.ts';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';

type Status = WireOutput<'invoices.get'>['status'];

const TONES: Record<Status, Tone> = {
  void: 'attention',
  paid: 'done',
  emailed: 'quiet',
  printed: 'quiet',
  generated: 'quiet',
};

export function InvoiceStatus({ status }: { status: Status }) {
  return <StatusBadge tone={TONES[status]}>{t.invoices.status[status]}</StatusBadge>;
}
