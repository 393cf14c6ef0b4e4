import type { WireOutput } from '../../../shared/contract/index.ts';
import { t } from '../../texts/index.ts';

export type AuditRow = WireOutput<'audit.get'>;

const REFUSED = ':refused';

export function isRefused({ action }: Pick<AuditRow, 'action'>): boolean {
  return action.endsWith(REFUSED);
}

/** `customers.update` → `Customer changed`; what has no words of its own is said as it is called. */
export function actionText({ action }: Pick<AuditRow, 'action'>): string {
  const name = action.replace(REFUSED, '');
  const words = t.audit.actions[name] ?? name.replace('.', ', ');
  return action.endsWith(REFUSED) ? t.audit.refused(words) : words;
}

/** Who did it, and who approved it. Who signs in is nobody yet: then it is whoever it is about. */
export function whoText({ username, approverName, entityType, entityNumber }: AuditRow): string {
  const who = username ?? (entityType === 'user' ? entityNumber : null) ?? t.audit.nobody;
  return approverName === null ? who : `${who} + ${approverName}`;
}

export function entityText({ entityType, entityNumber }: Pick<AuditRow, 'entityType' | 'entityNumber'>): string {
  const type = t.audit.entities[entityType] ?? entityType;
  return entityNumber === null ? type : `${type} ${entityNumber}`;
}
