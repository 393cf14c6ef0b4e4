import { can, type Case } from './case.ts';
import { money, saleFrom, slip } from './document-cases.ts';

const BACKUP = 'export, backup';
const HOUSE = 'users, company, tax, printers, mail, restore';
const LOST = 'documents a restored copy did not have: list, enter again';

const GONE = { endsIn: 'NOT_FOUND' };
const lost = { id: 99 };

/** Copies of the books, and what they did not have. */
export const ARCHIVE: readonly Case[] = [
  can(BACKUP, 'backups.list', () => ({})),
  can(BACKUP, 'backups.run', () => ({})),
  can(BACKUP, 'backups.since', () => ({ name: 'none.db' }), GONE),
  can(HOUSE, 'backups.restore', () => ({ name: 'none.db' }), GONE),
  can(BACKUP, 'exports.run', () => ({})),
  can(BACKUP, 'exports.list', () => ({})),
  can(BACKUP, 'exports.progress', () => ({})),
  can(BACKUP, 'exports.cancel', () => ({})),
  can(BACKUP, 'exports.key', () => ({})),
  can(BACKUP, 'reports.accounting', () => ({
    program: 'xero',
    kind: 'payments',
    from: '2026-01-20',
    to: '2026-01-20',
  })),
  can(BACKUP, 'exports.verify', () => ({ id: 99 }), GONE),
  can(BACKUP, 'exports.sendAgain', () => ({ id: 99 }), GONE),
  can(BACKUP, 'exports.plan', () => ({})),
  can(HOUSE, 'exports.secrets', () => ({})),
  can(HOUSE, 'exports.setSecrets', () => ({ password: 'open sesame' })),
  can(HOUSE, 'exports.hostKey', () => ({ host: 'sftp.hq.example' })),
  can(HOUSE, 'exports.test', () => ({ destination: { kind: 'folder', folder: '/srv/hq' } })),
  can(LOST, 'lostDocuments.list', () => ({})),
  can(
    LOST,
    'lostDocuments.enterSale',
    (at) => {
      const { businessDate: _, ...sale } = saleFrom('depot', at);
      return { ...lost, ...sale };
    },
    GONE,
  ),
  can(
    LOST,
    'lostDocuments.enterPayment',
    (at) => {
      const { businessDate: _, ...payment } = money(at);
      return { ...lost, ...payment };
    },
    GONE,
  ),
  can(
    LOST,
    'lostDocuments.enterSlip',
    (at) => {
      const { businessDate: _, ...fields } = slip(at);
      return { ...lost, ...fields };
    },
    GONE,
  ),
  can(LOST, 'lostDocuments.settle', () => ({ ...lost, reason: 'never handed over' }), GONE),
];
