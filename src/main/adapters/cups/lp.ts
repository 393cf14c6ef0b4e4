import { isRoll } from '../../../shared/roll-document.ts';
import type { PageSize } from '../pdf-page-size.ts';
import type { PrintOrder } from '../printer.ts';
import { mediaFor } from './media.ts';

/**
 * The arguments of `lp` for an order.
 *
 * @param page the PDF's first page; only a roll's is looked at.
 * @param offered the queue's papers.
 */
export function lpArguments(
  queue: string,
  tray: string | null,
  order: Pick<PrintOrder, 'title' | 'pdf' | 'paper' | 'copies'>,
  page: PageSize | null,
  offered: readonly string[],
): string[] {
  const options = ['print-scaling=none'];
  if (!isRoll(order.paper)) options.push(`media=${order.paper}`);
  else {
    options.push('fit-to-page=false');
    if (page !== null) options.push(`media=${mediaFor(page, offered)}`);
  }
  // A driver knows its trays by its own name for them, a driverless queue by IPP's; each ignores the other's option.
  if (tray !== null) options.push(`InputSlot=${tray}`, `media-source=${tray}`);
  const asked = options.flatMap((option) => ['-o', option]);
  return ['-d', queue, '-n', String(order.copies), '-t', order.title, ...asked, order.pdf];
}

/** "request id is till-42 (1 file(s))", in whatever language; CUPS finds a queue also when its capitals differ. */
export function handleIn(stdout: string, queue: string): string | null {
  const place = stdout.toLowerCase().indexOf(`${queue.toLowerCase()}-`);
  const id = place < 0 ? undefined : /^\d+/.exec(stdout.slice(place + queue.length + 1))?.[0];
  return id === undefined ? null : `${queue}-${id}`;
}

/** The job's number in a handle; `null` for what is no handle of CUPS. */
export function jobIdIn(handle: string): number | null {
  const id = /-(\d+)$/.exec(handle)?.[1];
  return id === undefined ? null : Number(id);
}

/** What `lp`, `cancel` and their like would take for an option, or for nothing at all. */
export function isOption(name: string): boolean {
  return name === '' || name.startsWith('-');
}

/** Drivers' and IPP's names of trays; anything else would be read as more options. */
export function isTrayName(tray: string): boolean {
  return /^[\w.+-]+$/.test(tray);
}
