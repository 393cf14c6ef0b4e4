import { useLocation } from 'wouter';
import { placeOf, type Scanned } from '../../data/find-scanned.ts';
import { lookUp, offerScanned } from '../../data/look-up.ts';
import { showKeys } from '../../keys/keys-help.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { lock, useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { useSaleDraft } from '../sales/sale-draft.ts';
import { withScanned } from '../sales/scan-into-sale.ts';
import { toastDone } from '../../ui/toasts.tsx';
import { openAnywhere } from './go-anywhere.tsx';

/** Keys and codes that work on every screen, unless the screen has its own use for them. */
export function useGlobalKeys(): void {
  const [, go] = useLocation();
  const { change } = useSaleDraft();
  const maySell = useMay('transactions.create');
  const mayDistribute = useMay('distributions.create');
  const take = (found: Scanned, isCovered: boolean) => {
    if (found.kind !== 'equipment' || !maySell) {
      if (isCovered) offerScanned(found, go);
      else go(placeOf(found).path);
      return;
    }
    // Whoever reads a cylinder at the counter is about to sell it.
    change((now) => withScanned(now, found.equipment));
    if (!isCovered) return go('/sale');
    toastDone(t.scans.forSale(found.equipment.name), { label: t.actions.open, run: () => go('/sale') });
  };
  useKeys(
    'global',
    [
      maySell && { key: 'F2', label: t.keys.newSale, run: () => go('/sale') },
      mayDistribute && { key: 'F3', label: t.keys.newDistribution, run: () => go('/distribution') },
      { key: 'F4', label: t.keys.findCustomer, run: () => go('/customers') },
      { key: 'F7', label: t.jobs.title, run: () => go('/jobs') },
      { key: 'Ctrl+K', label: t.keys.goAnywhere, run: openAnywhere },
      { key: 'Ctrl+L', label: t.session.lock, run: lock, isAlways: true },
      { key: '?', label: t.keys.show, run: showKeys },
      // Where words are typed, `?` is one of them.
      { key: 'F1', label: t.keys.show, run: showKeys },
    ],
    (code, isCovered) => lookUp(code, (found) => take(found, isCovered)),
  );
}
