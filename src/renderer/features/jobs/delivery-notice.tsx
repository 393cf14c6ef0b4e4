import { Box, Button, Text } from '@mantine/core';
import { IconAlertTriangleFilled, IconClockHour3 } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import classes from './jobs.module.css';
import { noticeOf } from './notice-words.ts';
import { useJobActions } from './use-job-actions.ts';
import { useNeeds } from './use-needs.ts';

/**
 * On every screen as long as something was not printed or mailed, nobody knows whether it was, or it waits for a
 * printer or server that does not answer; one key from trying again.
 */
export function DeliveryNotice() {
  const needs = useNeeds();
  const [location, go] = useLocation();
  const mayRetry = useMay('jobs.retryAll');
  const { retryAll, isRunning } = useJobActions();
  const isHere = location === '/jobs';
  const notice = needs && noticeOf(needs);
  const canRetry = mayRetry && notice?.canRetry === true;
  useKeys('global', [canRetry && { key: 'F10', label: t.jobs.retryAll, run: () => void retryAll() }]);
  // There all of it is on the screen itself.
  if (isHere || !notice) return null;
  const Sign = notice.isUrgent ? IconAlertTriangleFilled : IconClockHour3;
  return (
    <Box px={28} pt={20}>
      <div
        className={classes.notice}
        data-urgent={notice.isUrgent || undefined}
        role={notice.isUrgent ? 'alert' : 'status'}
      >
        <Sign size={20} aria-hidden />
        <div className={classes.words}>
          <Text size="sm" fw={600}>
            {notice.words}
          </Text>
          {notice.reason !== null && (
            <Text size="sm" truncate title={notice.reason}>
              {notice.reason}
            </Text>
          )}
        </div>
        {canRetry && (
          <Button
            size="compact-sm"
            variant="light"
            {...(notice.isUrgent ? { color: 'red' } : {})}
            loading={isRunning}
            onClick={() => void retryAll()}
            rightSection={<KeyHint>F10</KeyHint>}
          >
            {notice.isMany ? t.jobs.retryAll : t.jobs.tryAgain}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => go('/jobs')} rightSection={<KeyHint>F7</KeyHint>}>
          {t.jobs.show}
        </Button>
      </div>
    </Box>
  );
}
