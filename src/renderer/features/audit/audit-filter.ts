import { create } from 'zustand';
import type { WireInput } from '../../../shared/contract/index.ts';

export interface AuditFilter {
  search: string;
  userId: number | null;
  entityType: string | null;
  /** One customer, slip, sale …: all that was done to it. */
  entityId: number | null;
  from: string;
  to: string;
  /** Grows whenever it is set from elsewhere: what is being typed then gives way. */
  version: number;
}

const NO_FILTER: AuditFilter = {
  search: '',
  userId: null,
  entityType: null,
  entityId: null,
  from: '',
  to: '',
  version: 0,
};

/** Remembered while the console is open. */
export const useAuditFilter = create<AuditFilter>(() => NO_FILTER);

export function filterAudit(filter: Partial<AuditFilter>): void {
  useAuditFilter.setState(({ version }) => ({ ...NO_FILTER, ...filter, version: version + 1 }));
}

export function auditInput({ search, userId, entityType, entityId, from, to }: AuditFilter): WireInput<'audit.list'> {
  return {
    ...(search && { search }),
    ...(userId !== null && { userId }),
    ...(entityType !== null && { entityType }),
    ...(entityId !== null && { entityId }),
    ...(from && { from }),
    ...(to && { to }),
  };
}
