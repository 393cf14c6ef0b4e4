import type { z } from 'zod';
import { accounting } from './accounting.ts';
import { audit } from './audit.ts';
import { backups } from './backups.ts';
import { depots, equipment, services } from './catalogue.ts';
import { customerHistory } from './customer-history.ts';
import { customers } from './customers.ts';
import type { Definition } from './define.ts';
import { delivery } from './delivery.ts';
import { distributions } from './distributions.ts';
import { drafts } from './drafts.ts';
import { exports } from './exports.ts';
import { invoices } from './invoices.ts';
import { jobs } from './jobs.ts';
import { lostDocuments } from './lost-documents.ts';
import { mail } from './mailing.ts';
import { payments } from './payments.ts';
import { printers } from './printing.ts';
import { reports } from './reports.ts';
import { session, setup } from './session.ts';
import { settings } from './settings.ts';
import { inventories, stock } from './stock.ts';
import { imports, system } from './system.ts';
import { transactions } from './transactions.ts';
import { users } from './users.ts';
import { whereabouts } from './whereabouts.ts';

/** The only list of verbs: IPC channels, HTTP routes, OpenAPI, rights and the client's types come from it. */
export const contract = {
  ...setup,
  ...session,
  ...users,
  ...depots,
  ...equipment,
  ...services,
  ...customers,
  ...customerHistory,
  ...inventories,
  ...stock,
  ...whereabouts,
  ...distributions,
  ...drafts,
  ...transactions,
  ...invoices,
  ...payments,
  ...delivery,
  ...jobs,
  ...printers,
  ...mail,
  ...reports,
  ...accounting,
  ...audit,
  ...backups,
  ...lostDocuments,
  ...exports,
  ...settings,
  ...imports,
  ...system,
} as const satisfies Record<string, Definition>;

export type Contract = typeof contract;
export type Verb = keyof Contract;
export type QueryVerb = { [V in Verb]: Contract[V] extends { kind: 'query' } ? V : never }[Verb];
export type CommandVerb = Exclude<Verb, QueryVerb>;

/** What a handler is given: parsed, with branded integers. */
export type Input<V extends Verb> = z.output<Contract[V]['input']>;
/** What a handler answers, with branded integers. */
export type Output<V extends Verb> = z.output<Contract[V]['output']>;
/** What a client sends: strings and plain numbers. */
export type WireInput<V extends Verb> = z.input<Contract[V]['input']>;
/** What a client gets. */
export type WireOutput<V extends Verb> = z.input<Contract[V]['output']>;

export function isVerb(name: string): name is Verb {
  return Object.hasOwn(contract, name);
}
