import { accountingFile } from './accounting/accounting-file.ts';
import { type ArchiveParts, archiveHandlers } from './archive-handlers.ts';
import * as audit from './audit.ts';
import { actorOf } from './context.ts';
import { customerAccount } from './customer-account.ts';
import { setRates } from './customer-rates.ts';
import * as customers from './customers.ts';
import { type DeliveryParts, deliveryHandlers } from './delivery/handlers.ts';
import * as depots from './depots.ts';
import * as distributions from './distributions.ts';
import * as drafts from './drafts.ts';
import * as equipment from './equipment.ts';
import { prepareImport } from './import/run-import.ts';
import { prepareSample, type SampleFiles } from './import/sample.ts';
import { areLarge, type IntegrityCheck, type ThoroughReads } from './integrity.ts';
import type { Handlers } from './handler-types.ts';
import * as inventories from './inventories.ts';
import * as invoices from './invoices.ts';
import { meterHistory, meterUsage } from './meter-history.ts';
import { onSiteHistory } from './on-site-history.ts';
import * as payments from './payments.ts';
import type { Passwords, ReportFiles, Tokens } from './ports.ts';
import { rebuildBalances } from './rebuild-balances.ts';
import { customersReport, customersTable } from './reports/customers-report.ts';
import { invoicesFile } from './reports/invoices-file.ts';
import { reportAnswer } from './reports/report-answer.ts';
import { salesReport, salesTable } from './reports/sales-report.ts';
import { createTransaction } from './sale/create-transaction.ts';
import { quoteTransaction } from './sale/quote.ts';
import * as serviceCatalogue from './service-catalogue.ts';
import * as session from './session.ts';
import * as settings from './settings.ts';
import * as setup from './setup.ts';
import { proveIdentity } from './sign-in.ts';
import * as stock from './stock.ts';
import { listOnSite } from './stock-on-site.ts';
import { whereabouts } from './stock-whereabouts.ts';
import { health } from './system.ts';
import { takings } from './takings.ts';
import * as transactions from './transactions.ts';
import { truckBoard } from './truck-board.ts';
import type { Ledger } from './unit-of-work.ts';
import * as users from './users.ts';

export interface HandlerParts extends DeliveryParts, ArchiveParts {
  ledger: Ledger;
  passwords: Passwords;
  tokens: Tokens;
  version: string;
  integrity: IntegrityCheck & ThoroughReads;
  reportFiles: ReportFiles;
  sample: SampleFiles;
}

export function createHandlers(parts: HandlerParts): Handlers {
  const { ledger, passwords, tokens, papers, version, integrity, reportFiles, backups, exportRounds, sample } = parts;
  return {
    ...deliveryHandlers(parts),
    ...archiveHandlers(parts),
    'setup.status': setup.setupStatus,
    'setup.create': {
      async prepare(context, { admin }) {
        setup.refuseSecondSetup(context);
        const passwordHash = await passwords.hash(admin.password);
        const pinHash = admin.pin === undefined ? null : await passwords.hash(admin.pin);
        return (unit, input) => setup.createSetup(unit, input, { passwordHash, pinHash });
      },
    },
    'session.login': {
      async prepare(context, { username, password }) {
        const proof = { username, secret: password, kind: 'PASSWORD', verb: 'session.login' } as const;
        const user = await proveIdentity(ledger, passwords, context, proof);
        return session.openSession(context, tokens, user);
      },
    },
    'session.refresh': {
      async prepare(context, { refresh }) {
        const answer = await session.refreshSession(context, tokens, refresh);
        return () => answer;
      },
    },
    'session.unlock': {
      async prepare(context, { pin }) {
        const { username } = actorOf(context);
        await proveIdentity(ledger, passwords, context, { username, secret: pin, kind: 'PIN', verb: 'session.unlock' });
        return session.unlock;
      },
    },
    'session.switch': {
      async prepare(context, { username, pin }) {
        session.sessionHere(context);
        const proof = { username, secret: pin, kind: 'PIN', verb: 'session.switch' } as const;
        return session.switchSession(context, tokens, await proveIdentity(ledger, passwords, context, proof));
      },
    },
    'session.me': session.me,
    'session.logout': session.logout,
    'session.changePassword': {
      async prepare(context, input) {
        const { username } = actorOf(context);
        const proof = {
          username,
          secret: input.currentPassword,
          kind: 'PASSWORD',
          verb: 'session.changePassword',
        } as const;
        return session.changePassword(await proveIdentity(ledger, passwords, context, proof), passwords, input);
      },
    },
    'users.list': users.listUsers,
    'users.drivers': users.listDrivers,
    'users.get': users.getUser,
    'users.create': {
      async prepare(_context, { password, pin }) {
        const passwordHash = await passwords.hash(password);
        const pinHash = pin == null ? null : await passwords.hash(pin);
        return (unit, input) => users.createUser(unit, input, { passwordHash, pinHash, mustChangePassword: false });
      },
    },
    'users.update': {
      async prepare(_context, { password, pin }) {
        const secrets: users.SecretHashes = {};
        if (password !== undefined) secrets.passwordHash = await passwords.hash(password);
        if (pin !== undefined) secrets.pinHash = pin === null ? null : await passwords.hash(pin);
        return (unit, input) => users.updateUser(unit, input, secrets);
      },
    },
    'users.deactivate': users.deactivateUser,
    'depots.list': depots.listDepots,
    'depots.get': depots.getDepot,
    'depots.create': depots.createDepot,
    'depots.update': depots.updateDepot,
    'depots.deactivate': depots.deactivateDepot,
    'equipment.list': equipment.listEquipment,
    'equipment.get': equipment.getEquipment,
    'equipment.create': equipment.createEquipment,
    'equipment.update': equipment.updateEquipment,
    'equipment.deactivate': equipment.deactivateEquipment,
    'services.list': serviceCatalogue.listServices,
    'services.get': serviceCatalogue.getService,
    'services.create': serviceCatalogue.createService,
    'services.update': serviceCatalogue.updateService,
    'services.deactivate': serviceCatalogue.deactivateService,
    'customers.list': customers.listCustomers,
    'customers.get': customers.getCustomer,
    'customers.create': customers.createCustomer,
    'customers.update': customers.updateCustomer,
    'customers.deactivate': customers.deactivateCustomer,
    'customers.setRates': setRates,
    'customers.account': customerAccount,
    'customers.meterHistory': meterHistory,
    'customers.meterUsage': meterUsage,
    'customers.onSiteHistory': onSiteHistory,
    'inventories.list': inventories.listInventories,
    'inventories.update': inventories.updateInventory,
    'stock.receive': stock.receiveStock,
    'stock.dispatch': stock.dispatchStock,
    'stock.markDamaged': inventories.markDamaged,
    'stock.movements': stock.listMovements,
    'stock.trucks': truckBoard,
    'stock.whereabouts': whereabouts,
    'stock.onSite': listOnSite,
    'stock.check': (context) => (areLarge(context.db) ? integrity.checkStock() : stock.checkStock(context)),
    'distributions.create': distributions.createDistribution,
    'distributions.update': distributions.updateDistribution,
    'distributions.confirm': distributions.confirmDistribution,
    'distributions.cancel': distributions.cancelDistribution,
    'distributions.list': distributions.listDistributions,
    'distributions.get': distributions.getDistribution,
    'drafts.get': drafts.getDraft,
    'drafts.save': drafts.saveDraft,
    'drafts.remove': drafts.removeDraft,
    'transactions.quote': quoteTransaction,
    'transactions.create': createTransaction,
    'transactions.list': transactions.listTransactions,
    'transactions.get': transactions.getTransaction,
    'invoices.list': invoices.listInvoices,
    'invoices.export': (context, input) => invoicesFile(context, input, reportFiles),
    'invoices.get': invoices.getInvoice,
    'invoices.pdf': (context, { id }) => invoices.invoicePdf(context, papers, id),
    'payments.create': payments.createPayment,
    'payments.list': payments.listPayments,
    'payments.get': payments.getPayment,
    'reports.takings': takings,
    'audit.list': audit.listAudit,
    'audit.get': audit.getAuditRow,
    'audit.verify': (context) =>
      areLarge(context.db) ? integrity.verifyAudit() : audit.verifyAudit(context, ledger.anchor),
    'settings.get': settings.getSettings,
    'settings.update': settings.updateSettings,
    'imports.run': { prepare: (context, input) => prepareImport(context, passwords, input) },
    'imports.sample': { prepare: (context) => prepareSample(context, passwords, sample) },
    'reports.sales': (context, input) =>
      reportAnswer(salesReport(context, input), input.format, reportFiles, (report) => salesTable(context, report)),
    'reports.customers': (context, input) =>
      reportAnswer(customersReport(context, input), input.format, reportFiles, (report) =>
        customersTable(context, report),
      ),
    'reports.accounting': (context, input) => accountingFile(context, input, reportFiles),
    'system.health': (context) => health(context, { version, integrity: integrity.report(), backups, exportRounds }),
    'system.rebuild': (unit) => {
      integrity.again();
      return rebuildBalances(unit);
    },
  };
}
