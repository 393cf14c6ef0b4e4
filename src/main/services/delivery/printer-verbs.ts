import type { PrinterAddress, Printers } from '../../adapters/printer.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { MachineError, refuse } from '../../../shared/errors.ts';
import type { Db } from '../../db/db.ts';
import type { ReadContext, Unit } from '../context.ts';
import { settingsOf } from '../settings-store.ts';
import { queuePrint } from './queue.ts';

/** A computer without a print service can still print on a till printer or into a folder: that it has none is no error. */
export async function listPrinters(printers: Printers): Promise<Output<'printers.list'>> {
  try {
    return { items: await printers.list(), trouble: null };
  } catch (error) {
    if (error instanceof MachineError) return { items: [], trouble: error.message };
    throw error;
  }
}

/** @throws Refusal NOT_FOUND */
export async function printerStatus(
  { db }: ReadContext,
  { printer }: Input<'printers.status'>,
  printers: Printers,
): Promise<Output<'printers.status'>> {
  return printers.open(knownAddress(db, printer)).status();
}

/** Queues a test page, so that it goes the way that documents go. @throws Refusal NOT_FOUND */
export function printTest(unit: Unit, { printer, paper }: Input<'printers.test'>): Output<'printers.test'> {
  knownAddress(unit.db, printer);
  const subject = { kind: 'test', id: 0, number: null, depotId: null, driverId: null } as const;
  const jobId = queuePrint(unit, subject, { document: 'test', printer, paper, copies: 1 });
  unit.audit({ action: 'printers.test', entityType: 'job', entityId: jobId, after: { printer, paper } });
  return { jobId, status: 'queued', reason: null, proof: null };
}

function knownAddress(db: Db, name: string): PrinterAddress {
  const device = settingsOf(db).printers.devices.find((one) => one.name === name);
  return (
    device?.address ??
    refuse('NOT_FOUND', `There is no printer “${name}” in Settings → Printers.`, { entity: 'printer', id: name })
  );
}
