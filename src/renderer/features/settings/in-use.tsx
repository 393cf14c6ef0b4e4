import { t } from '../../texts/index.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';

/** Said only of what is not in use any more. */
export function InUse({ isActive }: { isActive: boolean }) {
  return isActive ? null : <StatusBadge tone="quiet">{t.settings.inactive}</StatusBadge>;
}
