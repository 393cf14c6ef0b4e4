import type { MAILED_DOCUMENTS } from '../../../shared/contract/mailing.ts';
import { orNull } from '../../ui/text-fields.ts';
import { makeSettingsForm, type Settings } from './settings-form.ts';

export type MailedDocument = (typeof MAILED_DOCUMENTS)[number];
export type Security = Settings['mail']['security'];
export type MailText = 'host' | 'port' | 'user' | 'fromName' | 'fromAddress' | 'replyTo' | 'archiveTo';

/** Where mail servers listen, by how they are spoken to (RFC 8314, RFC 6409). */
const PORTS: Readonly<Record<Security, string>> = { tls: '465', starttls: '587', none: '25' };

export const useMailForm = makeSettingsForm({
  section: 'mail',
  toForm: ({ mail }: Settings) => ({
    ...mail,
    port: String(mail.port),
    user: mail.user ?? '',
    fromAddress: mail.fromAddress ?? '',
    replyTo: mail.replyTo ?? '',
    archiveTo: mail.archiveTo ?? '',
  }),
  toInput: ({ port, user, fromAddress, replyTo, archiveTo, ...mail }) => ({
    mail: {
      ...mail,
      port: Number(port),
      user: orNull(user),
      fromAddress: orNull(fromAddress),
      replyTo: orNull(replyTo),
      archiveTo: orNull(archiveTo),
    },
  }),
});

/** Another way to speak, with its own port unless somebody has chosen one. */
export function withSecurity(now: { security: Security; port: string }, security: Security) {
  return { security, ...(now.port === PORTS[now.security] ? { port: PORTS[security] } : {}) };
}
