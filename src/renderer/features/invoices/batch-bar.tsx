import { Button, CloseButton, Group, Progress, Text } from '@mantine/core';
import { useEffect } from 'react';
import { queryClient } from '../../data/query-client.ts';
import { useToldCommand } from '../../data/use-told-command.ts';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { type Batch, useBatch } from './batch-store.ts';

const WATCH_MS = 700;
const MOST_NAMED = 3;

type Counts = WireOutput<'jobs.batch'>;

/** How far a selection is that is being printed or mailed, and how it ended. */
export function BatchBar({ onMailAgain }: { onMailAgain: (ids: number[]) => void }) {
  const current = useBatch((state) => state.current);
  return current && <Bar key={current.batch} current={current} onMailAgain={onMailAgain} />;
}

function Bar({ current, onMailAgain }: { current: Batch; onMailAgain: (ids: number[]) => void }) {
  const { kind, batch, skipped } = current;
  const { data: counts } = useVerb('jobs.batch', batch === null ? null : { batch }, {
    every: (answer) => (answer !== undefined && isOver(answer) ? false : WATCH_MS),
  });
  const stopping = useToldCommand('jobs.cancelBatch');
  const isEnded = batch === null || (counts !== undefined && isOver(counts));
  useEffect(() => {
    // What was printed meanwhile shows in the list.
    if (isEnded) void queryClient.invalidateQueries();
  }, [isEnded]);
  const title = kind === 'print' ? t.batch.printing : t.batch.mailing;
  const over = counts ? counts.total - counts.queued - counts.running : 0;
  return (
    <Panel p="sm" aria-label={title}>
      <Group justify="space-between" wrap="nowrap" mih={26}>
        <Text size="sm" fw={600} role="status">
          {isEnded ? endWords(kind, counts) : title}
          {!isEnded && counts && ` · ${t.batch.progress(over, counts.total)}`}
        </Text>
        {isEnded ? (
          <CloseButton aria-label={t.actions.close} onClick={close} />
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            loading={stopping.isRunning}
            onClick={() => batch !== null && void stopping.run({ batch })}
          >
            {t.batch.stop}
          </Button>
        )}
      </Group>
      {!isEnded && <Progress mt={8} value={counts ? (over / counts.total) * 100 : 0} aria-label={title} />}
      {skipped.length > 0 && <Skipped current={current} onMailAgain={onMailAgain} />}
    </Panel>
  );
}

function close(): void {
  useBatch.setState({ current: null });
}

/** Who was left out, and why. */
function Skipped({
  current: { kind, skipped },
  onMailAgain,
}: {
  current: Batch;
  onMailAgain: (ids: number[]) => void;
}) {
  return (
    <div>
      <Text size="sm" mt={6}>
        {t.batch.skipped(skipped.length)}
      </Text>
      {Array.from(
        Map.groupBy(skipped, ({ reason }) => reason),
        ([reason, left]) => (
          <Text key={reason} size="sm" c="dimmed">
            {`${reason} ${namesOf(left.map(({ number }) => number))}`}
          </Text>
        ),
      )}
      {kind === 'mail' && (
        <Button size="compact-xs" variant="light" mt={4} onClick={() => onMailAgain(skipped.map(({ id }) => id))}>
          {t.batch.again}
        </Button>
      )}
    </div>
  );
}

/** `INV-KB1-2026-000013, INV-KB1-2026-000012, INV-KB1-2026-000011 and 3 more`. */
function namesOf(numbers: readonly string[]): string {
  const named = numbers.slice(0, MOST_NAMED).join(', ');
  return numbers.length > MOST_NAMED ? `${named} ${t.imports.more(numbers.length - MOST_NAMED)}` : named;
}

function isOver({ queued, running }: Counts): boolean {
  return queued + running === 0;
}

/** `12 invoices printed · 1 failed`. */
function endWords(kind: Batch['kind'], counts: Counts | undefined): string {
  if (!counts) return t.batch.nothing;
  const { done, failed, uncertain, cancelled } = counts;
  return [
    kind === 'print' ? t.batch.printed(done) : t.batch.mailed(done),
    ...(failed > 0 ? [t.batch.failed(failed)] : []),
    ...(uncertain > 0 ? [t.batch.uncertain(uncertain)] : []),
    ...(cancelled > 0 ? [t.batch.cancelled(cancelled)] : []),
  ].join(' · ');
}
