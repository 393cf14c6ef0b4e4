import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Scanned } from '../../data/find-scanned.ts';
import { lookUp } from '../../data/look-up.ts';
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
  const latest = useRef(sale);
  useLayoutEffect(() => {
    latest.current = sale;
  });

  const apply = (found: Scanned) => {
    const { change } = latest.current;
    switch (found.kind) {
      case 'equipment':
        setLast(found.equipment.name);
        return change((now) => withScanned(now, found.equipment));
      case 'customer':
        setLast(null);
        change(withCustomer(found.customer));
        return goOnToGoods();
      case 'document':
        return go(found.path);
    }
  };
  // What is read while a sale is being saved belongs to the next one.
  const waiting = useRef<Scanned[]>([]);
  useEffect(() => {
    if (!sale.saving.isBusy) for (const found of waiting.current.splice(0)) apply(found);
  });
  useKeys('screen', bindings, (code) =>
    lookUp(code, (found) => {
      if (latest.current.saving.isBusy) waiting.current.push(found);
      else apply(found);
    }),
  );
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
