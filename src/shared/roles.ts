export const ROLES = ['ADMIN', 'SUPERVISOR', 'COUNTER', 'DRIVER', 'AUDITOR'] as const;
export type Role = (typeof ROLES)[number];

export const EVERYONE: readonly Role[] = ROLES;
export const MANAGERS: readonly Role[] = ['ADMIN', 'SUPERVISOR'];
export const DESK: readonly Role[] = ['ADMIN', 'SUPERVISOR', 'COUNTER'];
export const DESK_AND_DRIVERS: readonly Role[] = ['ADMIN', 'SUPERVISOR', 'COUNTER', 'DRIVER'];
export const REVIEWERS: readonly Role[] = ['ADMIN', 'SUPERVISOR', 'AUDITOR'];
