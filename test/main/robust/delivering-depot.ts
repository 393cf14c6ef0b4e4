import { z } from 'zod';
import { requestId } from '../../helpers/open-test-console.ts';
import type { HttpCall } from './counter-clerk.ts';
import type { DeliverySinks } from './delivery-sinks.ts';
import { openDepotOverHttp } from './depot-over-http.ts';

const jobs = z.object({
  items: z.array(
    z.object({ id: z.int(), kind: z.string(), state: z.string(), number: z.string(), reason: z.string().nullable() }),
  ),
  total: z.int(),
});

export type Job = z.output<typeof jobs>['items'][number];

/** What a sale is made of. */
export interface Wares {
  depotId: number;
  customerId: number;
  serviceId: number;
}

const none = { printer: null, paper: 'A4', copies: 1, automatic: true };

/** A depot whose invoices are mailed, and come out at the till or, if they are long, in a folder. */
export async function openDeliveringDepot(call: HttpCall, sinks: DeliverySinks): Promise<Wares> {
  const [goods] = await openDepotOverHttp(call);
  if (goods === undefined) throw new Error('the depot has no goods');
  const till = { kind: 'escpos', host: '127.0.0.1', port: sinks.tillPort, paper: 'ROLL80' };
  await call('settings.update', {
    printers: {
      devices: [
        { name: 'Till', address: till },
        { name: 'Folder', address: { kind: 'file', folder: sinks.folder } },
      ],
      documents: {
        invoice: { ...none, printer: 'Folder' },
        simplifiedInvoice: { ...none, printer: 'Till', paper: 'ROLL80' },
        receipt: { ...none, paper: 'ROLL80' },
        deliveryNote: none,
        distribution: none,
      },
    },
    mail: {
      isEnabled: true,
      host: '127.0.0.1',
      port: sinks.smtpPort,
      security: 'none',
      fromAddress: 'billing@hsh.example',
    },
  } as never);
  const terms = { paymentType: 'CREDIT', creditLimit: '9999999.00', termsDays: 30 };
  const customer = { code: 'K900', name: 'Tan Seafood', address: '1 Road', postalCode: '123456', ...terms };
  const { id } = (await call('customers.create', { ...customer, email: 'kitchen@tan.example' } as never)) as {
    id: number;
  };
  return { depotId: goods.depotId, customerId: id, serviceId: goods.serviceId };
}

/** @param isLong too dear for a simplified invoice on the roll */
export async function sell(call: HttpCall, { depotId, customerId, serviceId }: Wares, isLong: boolean): Promise<void> {
  await call('transactions.create', {
    requestId: requestId(),
    customerId,
    source: { kind: 'depot', depotId },
    items: [{ type: 'service', serviceId, quantity: isLong ? 90 : 1 }],
  } as never);
}

/** Jobs of a state, or under way. */
export async function listJobs(call: HttpCall, filter: Record<string, unknown>): Promise<z.output<typeof jobs>> {
  return jobs.parse(await call('jobs.list', { limit: 200, sort: 'id', ...filter } as never));
}
