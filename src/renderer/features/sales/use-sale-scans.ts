import { useState } from 'react';
import { useLocation } from 'wouter';
import { offerScanned } from '../../data/look-up.ts';
import { useScans } from '../../data/use-scans.ts';
import { focusNext } from '../../keys/focus.ts';
import type { KeyBinding } from '../../keys/key-registry.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { withCustomer } from './sale-draft.ts';
import { withScanned } from './scan-into-sale.ts';
import type { Sale } from './use-sale.ts';

/**
 * The keys of the sale and its codes: a cylinder is delivered once more, a customer is served, a document is shown,
 * whatever has the focus.
 *
 * @returns what was read last, to be shown
 */
export function useSaleScans(sale: Sale, bindings: readonly KeyBinding[]): string | null {
  const [, go] = useLocation();
  const [last, setLast] = useState<string | null>(null);
  const { change, saving } = sale;
  const takeCode = useScans(saving.isBusy, (found, isCovered) => {
    if (found.kind === 'equipment') {
      // What is being looked at once more is another sale by this.
      if (saving.reviewing !== null) saving.backFromReview();
      setLast(found.equipment.name);
      return change((now) => withScanned(now, found.equipment));
    }
    if (isCovered) return offerScanned(found, go);
    if (found.kind === 'document') return go(found.path);
    setLast(null);
    change(withCustomer(found.customer));
    return goOnToGoods();
  });
  useKeys('screen', bindings, takeCode);
  return last;
}

/** From the search, or from nowhere. Whoever types somewhere else goes on typing there. */
function goOnToGoods(): void {
  // Once the customer's meter stands.
  setTimeout(() => {
    const { activeElement } = document;
    const search = document.querySelector('[data-customer-search]');
    if (search && (activeElement === search || activeElement === document.body)) focusNext(search);
  });
}
