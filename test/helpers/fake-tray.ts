import type {
  FoundPrinter,
  PrinterAddress,
  Printers,
  PrintOrder,
  PrintOutcome,
  PrinterStatus,
} from '../../src/main/adapters/printer.ts';

export interface Printed extends Omit<PrintOrder, 'onHanded'> {
  address: PrinterAddress;
}

export interface FakeTray extends Printers {
  /** What came out, in order. */
  orders: Printed[];
  /** What becomes of the orders to come, or who decides that; an error breaks in the middle of printing. */
  outcome: PrintOutcome | Error | ((order: Printed) => Promise<PrintOutcome>);
  /** What the spooler says of an order that it has; an error breaks in the middle of asking. */
  followed: PrintOutcome | Error;
  /** The spooler's number for the next order, told before its outcome. */
  handle: string | null;
  cancelled: string[];
  status: PrinterStatus;
  queues: FoundPrinter[];
}

const PRINTED: PrintOutcome = { state: 'printed', proof: 'the tray is full' };

/** The printer's paper, as a list. What real printers and spoolers do is tested with them. */
export function createFakeTray(): FakeTray {
  const tray: FakeTray = {
    orders: [],
    outcome: PRINTED,
    followed: PRINTED,
    handle: null,
    cancelled: [],
    status: { state: 'ready', words: 'Ready.' },
    queues: [{ queue: 'laser', description: 'Laser printer', isDefault: true }],
    list: () => Promise.resolve(tray.queues),
    open: (address) => ({
      async print({ onHanded, ...order }) {
        if (tray.handle !== null) onHanded(tray.handle);
        const printed = { ...order, address };
        const outcome = typeof tray.outcome === 'function' ? await tray.outcome(printed) : tray.outcome;
        if (outcome instanceof Error) throw outcome;
        if (outcome.state !== 'failed') tray.orders.push(printed);
        return outcome;
      },
      follow: async () => {
        if (tray.followed instanceof Error) throw tray.followed;
        return tray.followed;
      },
      cancel(handle) {
        tray.cancelled.push(handle);
        return Promise.resolve();
      },
      status: () => Promise.resolve(tray.status),
    }),
  };
  return tray;
}
