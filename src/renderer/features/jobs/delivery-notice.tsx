import { Box, Button, Text } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { jobTrouble } from './job-words.ts';
import classes from './jobs.module.css';
import { useJobActions } from './use-job-actions.ts';
import { countText, type Needs, useNeeds } from './use-needs.ts';

/** On every screen as long as something was not printed or mailed, or nobody knows; one key from trying again. */
export function DeliveryNotice() {
  const needs = useNeeds();
  const [location, go] = useLocation();
  const mayRetry = useMay('jobs.retryAll');
  const { retryAll, isRunning } = useJobActions();
  const isHere = location === '/jobs';
  const canRetry = mayRetry && needs !== undefined && needs.failed !== 0;
  useKeys('global', [canRetry && { key: 'F6', label: t.jobs.retryAll, run: () => void retryAll() }]);
  // There all of it is on the screen itself.
  if (isHere || !needs || (needs.failed === 0 && needs.uncertain === 0)) return null;
  const reason = onlyOne(needs)?.reason;
  return (
    <Box px={28} pt={20}>
      <div className={classes.notice} role="alert">
        <IconAlertTriangleFilled size={20} aria-hidden />
        <div className={classes.words}>
          <Text size="sm" fw={600}>
            {sentences(needs).join('. ')}
          </Text>
          {reason !== undefined && reason !== null && (
            <Text size="sm" truncate title={reason}>
              {reason}
            </Text>
          )}
        </div>
        {canRetry && (
          <Button
            size="compact-sm"
            color="red"
            variant="light"
            loading={isRunning}
            onClick={() => void retryAll()}
            rightSection={<KeyHint>F6</KeyHint>}
          >
            {needs.failed === 1 ? t.jobs.tryAgain : t.jobs.retryAll}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => go('/jobs')} rightSection={<KeyHint>F7</KeyHint>}>
          {t.jobs.show}
        </Button>
      </div>
    </Box>
  );
}

function sentences({ failed, uncertain, newestFailed, newestUncertain }: Needs): string[] {
  const failure = failed === 1 && newestFailed ? jobTrouble(newestFailed) : t.jobs.manyFailed(countText(failed));
  const doubt =
    uncertain === 1 && newestUncertain ? jobTrouble(newestUncertain) : t.jobs.manyUncertain(countText(uncertain));
  return [...(failed === 0 ? [] : [failure]), ...(uncertain === 0 ? [] : [doubt])];
}

/** Where there is only one, its reason has room. */
function onlyOne({ failed, uncertain, newestFailed, newestUncertain }: Needs) {
  if (failed === 1 && uncertain === 0) return newestFailed;
  return failed === 0 && uncertain === 1 ? newestUncertain : undefined;
}
