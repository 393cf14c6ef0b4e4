import { z } from 'zod';
import { type CYLINDER_ACTIONS, OWNERSHIPS } from '../../../shared/contract/transactions.ts';
import { PAYMENT_METHODS } from '../../../shared/contract/payments.ts';
import { makeDrafts } from '../../state/drafts.ts';

export type CylinderAction = (typeof CYLINDER_ACTIONS)[number];
export type Ownership = (typeof OWNERSHIPS)[number];
export type PaymentChoice = (typeof PAYMENT_METHODS)[number] | 'LATER';

/** What the clerk has to know of the customer while the rest of the card is on its way. */
const saleCustomer = z.object({
  id: z.int(),
  name: z.string(),
  code: z.string(),
  paymentType: z.enum(['CASH', 'CREDIT']),
  isMeterInstalled: z.boolean(),
});

/** A service, something sold or lent, or a deposit: whatever is not a cylinder. */
const otherLine = z.object({
  key: z.string(),
  kind: z.enum(['service', 'equipment', 'deposit']),
  /** The service's or the equipment's id. */
  id: z.int(),
  quantity: z.string(),
  /** Another price than the standard one; empty: the standard one. */
  rate: z.string(),
  ownership: z.enum(OWNERSHIPS).nullable(),
});

/** A sale that was lost with a disk and is typed once more from its paper. */
const lostSale = z.object({
  /** Its number in the list of lost documents. */
  id: z.int(),
  documents: z.array(z.object({ number: z.string(), total: z.string().nullable() })),
  /** What its invoice, or the sale itself, came to. */
  total: z.string().nullable(),
  /** It has a day of its own, which is not sent. */
  hasDate: z.boolean(),
});

/** A sale as it is typed: texts, since half a number is not a number yet. */
const saleDraft = z.object({
  requestId: z.uuid(),
  customer: saleCustomer.nullable(),
  /** `null`: the default depot. */
  source: z.object({ kind: z.enum(['depot', 'truck']), id: z.int() }).nullable(),
  /** Empty: today. */
  businessDate: z.string(),
  poNumber: z.string(),
  remarks: z.string(),
  /** Counts by `cylinderKey`. One that was emptied by hand is empty; one never touched is not there. */
  cylinders: z.record(z.string(), z.string()),
  /** Other prices for delivered cylinders, by equipment id. */
  rates: z.record(z.string(), z.string()),
  others: z.array(otherLine),
  /** Why any price differs; one reason for the sale. */
  rateReason: z.string(),
  meter: z.string(),
  meterEstimated: z.boolean(),
  meterRollover: z.boolean(),
  confirmUnusual: z.boolean(),
  confirmTruckShort: z.boolean(),
  /** `null`: as this customer pays. */
  method: z.enum([...PAYMENT_METHODS, 'LATER']).nullable(),
  /** Empty: all of it. */
  amount: z.string(),
  tendered: z.string(),
  reference: z.string(),
  /** `null`: a sale as any other. */
  lost: lostSale.nullable().default(null),
});

export type SaleCustomer = z.infer<typeof saleCustomer>;
export type LostSale = z.infer<typeof lostSale>;
export type OtherLine = z.infer<typeof otherLine>;
export type SaleDraft = z.infer<typeof saleDraft>;
/** What changes; a function of what stands there for what must not overlook a code read in the meantime. */
export type SalePatch = Partial<SaleDraft> | ((now: SaleDraft) => Partial<SaleDraft>);

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
    method: null,
    amount: '',
    tendered: '',
    reference: '',
    lost: null,
  };
}

export function cylinderKey(equipmentId: number, action: CylinderAction): string {
  return `${equipmentId}:${action}`;
}

export function isStarted(draft: SaleDraft): boolean {
  return (
    draft.customer !== null || draft.lost !== null || hasLines(draft) || draft.poNumber !== '' || draft.remarks !== ''
  );
}

/** Whether there is anything to bill or to move. */
function hasLines(draft: SaleDraft): boolean {
  return (
    draft.meter !== '' ||
    Object.values(draft.cylinders).some((count) => count !== '') ||
    draft.others.some(({ quantity }) => quantity !== '')
  );
}

export const useSaleDraft = makeDrafts({ kind: 'sale', schema: saleDraft, empty: emptySale, isStarted });

/** Another customer: another meter, and paid as that one pays. */
export function withCustomer({ id, name, code, paymentType, isMeterInstalled }: SaleCustomer): Partial<SaleDraft> {
  const customer = { id, name, code, paymentType, isMeterInstalled };
  return { customer, meter: '', meterRollover: false, confirmUnusual: false, method: null };
}

/** How it is paid unless somebody says otherwise: as the customer always does (domain.md, "Billing a sale", 6). */
export function paymentChoice({ method, customer }: SaleDraft): PaymentChoice {
  return method ?? (customer?.paymentType === 'CASH' ? 'CASH' : 'LATER');
}

export function hasOtherPrice(draft: SaleDraft): boolean {
  const isDelivered = (id: string) => Boolean(draft.cylinders[cylinderKey(Number(id), 'DELIVER')]);
  return (
    Object.entries(draft.rates).some(([id, rate]) => rate !== '' && isDelivered(id)) ||
    draft.others.some((line) => line.rate !== '' && line.kind !== 'deposit')
  );
}
