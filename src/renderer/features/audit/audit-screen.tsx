import { Button } from '@mantine/core';
import { useLocation, useParams } from 'wouter';
import { call } from '../../api.ts';
import { useList } from '../../data/use-list.ts';
import { focusList } from '../../keys/focus.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { t } from '../../texts/index.ts';
import { DataList } from '../../ui/data-list.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Page } from '../../ui/page.tsx';
import { Split } from '../../ui/split.tsx';
import { AUDIT_COLUMNS, BESIDE_ENTRY } from './audit-columns.tsx';
import { AuditDetail } from './audit-detail.tsx';
import { auditInput, useAuditFilter } from './audit-filter.ts';
import { AuditFilters } from './audit-filters.tsx';
import classes from './audit.module.css';
import { useVerification, VerificationNote } from './verify-chain.tsx';

/** Who did what, newest first, and whether all of it is as it was written. */
export function AuditScreen() {
  const { id } = useParams<{ id?: string }>();
  const openId = id === undefined ? null : Number(id);
  const [, go] = useLocation();
  const filter = useAuditFilter();
  const input = auditInput(filter);
  const list = useList(['audit.list', input], (cursor) => call('audit.list', { ...input, cursor }));
  const { verification, verify, clear } = useVerification();
  const back = () => {
    if (openId === null) return go('/');
    go('/audit');
    requestAnimationFrame(focusList);
  };
  useKeys('screen', [
    { key: 'F6', label: t.audit.verify, run: () => void verify() },
    { key: 'Escape', label: t.keys.back, run: back },
  ]);
  return (
    <Page
      isFixed
      title={t.audit.title}
      actions={
        <Button
          onClick={() => void verify()}
          loading={verification?.state === 'running'}
          rightSection={<KeyHint>F6</KeyHint>}
        >
          {t.audit.verify}
        </Button>
      }
    >
      <div className={classes.view}>
        {verification && <VerificationNote verification={verification} onClear={clear} onRetry={() => void verify()} />}
        <AuditFilters />
        <Split detail={openId !== null && <AuditDetail key={openId} id={openId} />}>
          <DataList
            label={t.audit.title}
            list={list}
            columns={openId === null ? AUDIT_COLUMNS : BESIDE_ENTRY}
            rowKey={(row) => row.id}
            openKey={openId}
            onOpen={(row) => go(`/audit/${row.id}`)}
            empty={{ title: Object.keys(input).length > 0 ? t.audit.noneFound : t.audit.none }}
          />
        </Split>
      </div>
    </Page>
  );
}
