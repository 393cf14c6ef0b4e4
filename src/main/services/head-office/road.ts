import type { Road } from '../../adapters/courier/courier.ts';
import type { ExportDestination } from '../../../shared/contract/export-settings.ts';
import { writeMailbox } from '../../../shared/mail-address.ts';
import type { Db } from '../../db/db.ts';
import { mailPassword } from '../delivery/mail-password.ts';
import type { SecretBox } from '../ports.ts';
import { settingsOf } from '../settings-store.ts';
import { type ExportSecrets, exportSecretsOf } from './export-secrets.ts';

/** The way there, or why there is none, with what to do. */
export type FoundRoad = { road: Road } | { trouble: string };

export interface RoadParts {
  db: Db;
  secrets: SecretBox;
}

/**
 * The way to a destination, with what lets us in there.
 *
 * @param typed secrets of a form, in place of those that are kept
 */
export function roadTo(
  { db, secrets: box }: RoadParts,
  destination: ExportDestination,
  typed: Partial<ExportSecrets> = {},
): FoundRoad {
  switch (destination.kind) {
    case 'none':
      return { trouble: 'Bundles go nowhere: choose where to in Export & backup → Where to and when.' };
    case 'folder':
      return { road: destination };
    case 'mail':
      return mailRoad(db, box, destination.to);
    case 'sftp':
    case 'https': {
      const kept = exportSecretsOf(db, box);
      if (kept === null) {
        return {
          trouble:
            'What lets us in at head office cannot be read any more: enter it again in Export & backup → Where to and when.',
        };
      }
      const secrets = { ...kept, ...typed };
      return destination.kind === 'sftp' ? sftpRoad(destination, secrets) : httpsRoad(destination, secrets);
    }
  }
}

function httpsRoad({ address }: Extract<ExportDestination, { kind: 'https' }>, { token }: ExportSecrets): FoundRoad {
  return { road: { kind: 'https', address, token } };
}

function sftpRoad(destination: Extract<ExportDestination, { kind: 'sftp' }>, secrets: ExportSecrets): FoundRoad {
  const { signInWith, ...where } = destination;
  const { password, privateKey, passphrase } = secrets;
  const missing = signInWith === 'password' ? password === null : privateKey === null;
  if (missing) {
    const what = signInWith === 'password' ? `password of ${where.user}` : 'private key';
    return {
      trouble: `The ${what} for head office’s server is not known: enter it in Export & backup → Where to and when.`,
    };
  }
  return signInWith === 'password'
    ? { road: { ...where, password, privateKey: null, passphrase: null } }
    : { road: { ...where, password: null, privateKey, passphrase } };
}

function mailRoad(db: Db, box: SecretBox, to: string): FoundRoad {
  const { mail, company } = settingsOf(db);
  const { isEnabled, host, port, security, user, fromName, fromAddress, replyTo } = mail;
  if (!isEnabled || fromAddress === null) return { trouble: 'Mail is turned off in Settings → Mail.' };
  const { isReadable, password } = mailPassword(db, box);
  if (!isReadable) {
    return { trouble: 'The mail password cannot be read any more: enter it again in Settings → Mail.' };
  }
  const server = { host, port, security, user, password };
  const from = writeMailbox({ name: fromName, address: fromAddress });
  return { road: { kind: 'mail', server, from, to, replyTo, company: company.name } };
}
