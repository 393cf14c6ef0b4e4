import { Alert, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { t } from '../../texts/index.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import type { BundleCheck } from './use-verify-bundle.ts';

/** What reading a bundle in full has shown. */
export function CheckNote({ check, onRetry }: { check: BundleCheck; onRetry: () => void }) {
  switch (check.state) {
    case 'none':
      return null;
    case 'running':
      return (
        <Alert color="gray" variant="light" icon={<Loader size={16} />} role="status">
          {t.bundles.verifying}
        </Alert>
      );
    case 'failed':
      return <ProblemNote problem={check.problem} onRetry={onRetry} />;
    case 'done':
      return check.result.ok ? (
        <Alert color="petrol" variant="light" icon={<IconCheck size={18} />} title={t.bundles.whole} role="status">
          <Text size="sm">{t.bundles.wholeHint}</Text>
        </Alert>
      ) : (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={t.bundles.wrong} role="alert">
          {check.result.problems.map((problem) => (
            <Text size="sm" key={problem}>
              {problem}
            </Text>
          ))}
          <Text size="sm" mt={4}>
            {t.bundles.wrongHint}
          </Text>
        </Alert>
      );
  }
}
