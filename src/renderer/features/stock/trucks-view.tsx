import { EmptyState, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './stock.module.css';
import { TruckCard } from './truck-card.tsx';

type Shown = keyof typeof t.trucks.shown;

/** What each truck has on it now, what became of its load today, and which slips are still to be keyed or confirmed. */
export function TrucksView() {
  const [shown, setShown] = useState<Shown>('all');
  const { data, error, refetch } = useVerb('stock.trucks', {}, { every: 15_000 });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} />;
  if (data.items.length === 0) return <EmptyState title={t.trucks.noTrucks} mt="15vh" />;
  const open = data.items.filter(({ isUnreconciled }) => isUnreconciled);
  const trucks = shown === 'all' ? data.items : open;
  return (
    <>
      {data.items.length > 1 && (
        <div className={classes.bar}>
          <SegmentedControl
            size="xs"
            aria-label={t.stock.trucks}
            data={[
              { value: 'all', label: `${t.trucks.shown.all} · ${data.items.length}` },
              { value: 'unreconciled', label: `${t.trucks.shown.unreconciled} · ${open.length}` },
            ]}
            value={shown}
            onChange={setShown}
          />
        </div>
      )}
      {trucks.length === 0 && <EmptyState title={t.trucks.allReconciled} mt="10vh" />}
      <Stack gap="md">
        {trucks.map((truck) => (
          <TruckCard key={truck.driverId} truck={truck} />
        ))}
      </Stack>
    </>
  );
}
