import type { BundleFile } from './table.ts';

const COMMITS: BundleFile = {
  name: 'commits',
  columns: {
    seq: 'int',
    instant: 'instant',
    business_date: 'day',
    user_id: 'int',
    verb: 'word',
    audit_seq: 'int',
    head: 'hash',
    documents: 'json',
    written: 'json',
  },
  key: ['seq'],
  commit: { column: 'seq' },
  indexes: [],
  state: null,
};

const AUDIT: BundleFile = {
  name: 'audit',
  columns: {
    seq: 'int',
    instant: 'instant',
    business_date: 'day',
    user_id: 'int',
    username: 'text',
    approver_id: 'int',
    approver_name: 'text',
    action: 'word',
    entity_type: 'word',
    entity_id: 'int',
    entity_number: 'text',
    before: 'json',
    after: 'json',
    reason: 'text',
    hash: 'hash',
    commit_seq: 'int',
  },
  key: ['seq'],
  commit: { column: 'commit_seq' },
  indexes: [['business_date']],
  state: null,
};

/** What was done, and by whom. */
export const RECORD_FILES: readonly BundleFile[] = [COMMITS, AUDIT];
