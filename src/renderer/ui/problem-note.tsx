import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ERROR_CODES } from '../../shared/errors.ts';
import type { ApiProblem } from '../api-problem.ts';
import { t } from '../texts/index.ts';

interface Props {
  problem: ApiProblem | null;
  onRetry?: () => void;
  /** What can be done about it here. */
  action?: ReactNode;
}

const MOST_REASONS = 6;

/** What went wrong and what to do, in the host's own words, read out by screen readers. */
export function ProblemNote({ problem, onRetry, action }: Props) {
  // The sign-in that then stands over the screen says it.
  if (problem === null || problem.code === 'UNAUTHENTICATED') return null;
  const title = problem.code === 'OFFLINE' ? t.problems.offlineTitle : ERROR_CODES[problem.code].title;
  // Without a field on this form to stand next to, the reasons are listed here.
  const reasons = problem.fieldErrors.filter(({ message }) => message !== problem.message);
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={title} role="alert">
      {problem.message !== title && <Text size="sm">{problem.message}</Text>}
      {reasons.slice(0, MOST_REASONS).map(({ path, message }) => (
        <Text size="sm" key={path}>
          {path ? `${path}: ${message}` : message}
        </Text>
      ))}
      {onRetry && (
        <Button size="compact-sm" variant="light" color="red" mt="xs" onClick={onRetry}>
          {t.actions.retry}
        </Button>
      )}
      {action}
    </Alert>
  );
}
