import { Alert, Button, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import { type ApiProblem, problemOf } from '../../api-problem.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';

type Verified = WireOutput<'audit.verify'>;

export type Verification =
  | { state: 'running'; since: number }
  | { state: 'done'; result: Verified }
  | { state: 'failed'; problem: ApiProblem };

/** Has the whole chain read once, and keeps what came of it until it is asked for again. */
export function useVerification() {
  const [verification, setVerification] = useState<Verification | null>(null);
  const verify = async () => {
    if (verification?.state === 'running') return;
    setVerification({ state: 'running', since: Date.now() });
    try {
      setVerification({ state: 'done', result: await call('audit.verify', {}) });
    } catch (thrown) {
      setVerification({ state: 'failed', problem: problemOf(thrown) });
    }
  };
  return { verification, verify, clear: () => setVerification(null) };
}

interface Props {
  verification: Verification;
  onClear: () => void;
  onRetry: () => void;
}

/** That it goes on, and for how long already; then what was found. */
export function VerificationNote({ verification, onClear, onRetry }: Props) {
  const [, go] = useLocation();
  switch (verification.state) {
    case 'running':
      return <Running since={verification.since} />;
    case 'failed':
      return <ProblemNote problem={verification.problem} onRetry={onRetry} />;
    case 'done': {
      const { rows, head, firstBroken } = verification.result;
      if (firstBroken === undefined) {
        return (
          <Alert
            color="petrol"
            variant="light"
            icon={<IconCheck size={18} />}
            title={t.audit.whole(formatCount(rows))}
            role="status"
            withCloseButton
            closeButtonLabel={t.actions.close}
            onClose={onClear}
          >
            <Text size="sm">{t.audit.wholeHint(head.slice(0, 16))}</Text>
          </Alert>
        );
      }
      return (
        <Alert
          color="red"
          variant="light"
          icon={<IconAlertTriangle size={18} />}
          title={t.audit.broken(formatCount(firstBroken.id))}
          role="alert"
        >
          <Text size="sm">{firstBroken.reason}</Text>
          <Button size="compact-sm" variant="light" color="red" mt="xs" onClick={() => go(`/audit/${firstBroken.id}`)}>
            {t.audit.show}
          </Button>
        </Alert>
      );
    }
  }
}

function Running({ since }: { since: number }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Alert color="gray" variant="light" icon={<Loader size={16} />} role="status">
      <Text size="sm">{t.audit.verifying(Math.floor((now - since) / 1000))}</Text>
      <Text size="sm" c="dimmed">
        {t.audit.verifyHint}
      </Text>
    </Alert>
  );
}
