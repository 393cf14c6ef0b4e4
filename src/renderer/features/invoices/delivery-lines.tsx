import { Button, Group, Stack, Text } from '@mantine/core';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { JobGlyph } from '../jobs/job-glyph.tsx';
import { isTriedAgain, needsSomebody } from '../jobs/job-words.ts';
import { useJobActions } from '../jobs/use-job-actions.ts';
import { type Invoice, mailWay, printWay, type Way } from './delivery-way.ts';

/** Printed, mailed, or why not, and what can be done about it here. */
export function DeliveryLines({ invoice }: { invoice: Invoice }) {
  const mayAct = useMay('jobs.retry');
  const { retry, resolve, isRunning } = useJobActions();
  const ways = [printWay(invoice), mailWay(invoice)];
  const { number } = invoice;
  const jobOf = ({ kind, jobId }: Way) => ({ id: jobId ?? 0, kind, number });
  const stuck = ways.find(canRetry);
  const asked = ways.find(({ state }) => state === 'uncertain');
  const retryStuck = () => stuck && void retry(jobOf(stuck));
  const answer = (printed: boolean) => asked && void resolve(jobOf(asked), printed);
  useKeys('screen', [
    mayAct && stuck !== undefined && { key: 'R', label: t.jobs.tryAgain, run: retryStuck },
    mayAct && asked !== undefined && { key: 'Y', label: t.jobs.yes, run: () => answer(true) },
    mayAct && asked !== undefined && { key: 'N', label: t.jobs.no, run: () => answer(false) },
  ]);
  return (
    <Stack gap={4}>
      {ways.map((way) => (
        <Group key={way.kind} gap={8} wrap="nowrap" align="flex-start">
          <JobGlyph kind={way.kind} state={way.state} />
          <Text size="sm" flex={1} c={needsSomebody(stateOf(way)) ? 'var(--mantine-color-error)' : 'dimmed'}>
            {way.words}
            {way.reason !== null && ` · ${way.reason}`}
          </Text>
          {mayAct && way === stuck && (
            <Button
              size="compact-xs"
              variant="light"
              loading={isRunning}
              onClick={retryStuck}
              rightSection={<KeyHint>R</KeyHint>}
            >
              {way.state === 'queued' ? t.jobs.tryNow : t.jobs.tryAgain}
            </Button>
          )}
        </Group>
      ))}
      {mayAct && asked !== undefined && (
        <Group gap="sm">
          <Text size="sm" fw={600}>
            {t.jobs.didItPrint(number)}
          </Text>
          <Button size="compact-sm" onClick={() => answer(true)} rightSection={<KeyHint>Y</KeyHint>}>
            {t.jobs.yes}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => answer(false)} rightSection={<KeyHint>N</KeyHint>}>
            {t.jobs.no}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function stateOf({ state }: Way) {
  return state === 'none' ? undefined : state;
}

function canRetry({ state, reason }: Way): boolean {
  return state === 'failed' || (state !== 'none' && isTriedAgain({ state, reason }));
}
