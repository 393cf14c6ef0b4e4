import type { CYLINDER_ACTIONS, OWNERSHIPS } from '../../../shared/contract/transactions.ts';
import type { PAYMENT_METHODS } from '../../../shared/contract/payments.ts';
import { makeDrafts } from '../../state/drafts.ts';

export type CylinderAction = (typeof CYLINDER_ACTIONS)[number];
export type Ownership = (typeof OWNERSHIPS)[number];
export type PaymentChoice = (typeof PAYMENT_METHODS)[number] | 'LATER';

/** What the clerk has to know of the customer while the rest of the card is on its way. */
export interface SaleCustomer {
  id: number;
  name: string;
  code: string;
  paymentType: 'CASH' | 'CREDIT';
  isMeterInstalled: boolean;
}

/** A service, something sold or lent, or a deposit: whatever is not a cylinder. */
export interface OtherLine {
  key: string;
  kind: 'service' | 'equipment' | 'deposit';
  /** The service's or the equipment's id. */
  id: number;
  quantity: string;
  /** Another price than the standard one; empty: the standard one. */
  rate: string;
  ownership: Ownership | null;
}

/** A sale as it is typed: texts, since half a number is not a number yet. */
export interface SaleDraft {
  requestId: string;
  customer: SaleCustomer | null;
  /** `null`: the default depot. */
  source: { kind: 'depot' | 'truck'; id: number } | null;
  /** Empty: today. */
  businessDate: string;
  poNumber: string;
  remarks: string;
  /** Counts by `cylinderKey`. */
  cylinders: Record<string, string>;
  /** Other prices for delivered cylinders, by equipment id. */
  rates: Record<number, string>;
  others: OtherLine[];
  /** Why any price differs; one reason for the sale. */
  rateReason: string;
  meter: string;
  meterEstimated: boolean;
  meterRollover: boolean;
  confirmUnusual: boolean;
  confirmTruckShort: boolean;
  method: PaymentChoice;
  /** Empty: all of it. */
  amount: string;
  tendered: string;
  reference: string;
}

export function emptySale(source: SaleDraft['source'] = null): SaleDraft {
  return {
    requestId: crypto.randomUUID(),
    customer: null,
    source,
    businessDate: '',
    poNumber: '',
    remarks: '',
    cylinders: {},
    rates: {},
    others: [],
    rateReason: '',
    meter: '',
    meterEstimated: false,
    meterRollover: false,
    confirmUnusual: false,
    confirmTruckShort: false,
    method: 'LATER',
    amount: '',
    tendered: '',
    reference: '',
  };
}

export const useSaleDraft = makeDrafts('sale', emptySale);

export function cylinderKey(equipmentId: number, action: CylinderAction): string {
  return `${equipmentId}:${action}`;
}

export function isStarted(draft: SaleDraft): boolean {
  return draft.customer !== null || hasLines(draft);
}

/** Whether there is anything to bill or to move. */
function hasLines(draft: SaleDraft): boolean {
  return (
    draft.meter !== '' ||
    Object.values(draft.cylinders).some((count) => count !== '') ||
    draft.others.some(({ quantity }) => quantity !== '')
  );
}

export function hasOtherPrice(draft: SaleDraft): boolean {
  const isDelivered = (id: string) => Boolean(draft.cylinders[cylinderKey(Number(id), 'DELIVER')]);
  return (
    Object.entries(draft.rates).some(([id, rate]) => rate !== '' && isDelivered(id)) ||
    draft.others.some((line) => line.rate !== '' && line.kind !== 'deposit')
  );
}
