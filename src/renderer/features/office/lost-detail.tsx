import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { formatBusinessDate, formatInstant } from '../../../shared/dates.ts';
import { formatDollars } from '../../format.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { isSale, type Lost, lostName, lostState, mainDocument } from './lost-words.ts';
import { SettlePopup } from './settle-popup.tsx';

/** One sale, receipt or slip that was lost, with all documents it was issued with. */
export function LostDetail({ lost, onEnter }: { lost: Lost; onEnter: (lost: Lost) => void }) {
  const [isSettling, setSettling] = useState(false);
  const { words, tone } = lostState(lost);
  const isOpen = lost.state === 'lost';
  const canEnter = isOpen && isSale(lost);
  const customer = mainDocument(lost)?.customer ?? null;
  const settle = () => setSettling(true);
  useKeys('screen', [isOpen && { key: 'Delete', label: t.lost.leaveOut, run: settle }]);
  return (
    <Panel p="lg" aria-label={lostName(lost)}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600}>{lostName(lost)}</Text>
          <StatusBadge tone={tone}>{words}</StatusBadge>
        </Group>
        <Facts
          facts={[
            ...lost.documents.map(({ number, total }) => ({
              label: number,
              value: total === null ? '–' : formatDollars(total),
            })),
            customer !== null && { label: t.lost.customer, value: customer },
            {
              label: t.lost.date,
              value: lost.businessDate === null ? t.lost.notKnown : formatBusinessDate(lost.businessDate),
            },
            { label: t.lost.restoredAt, value: formatInstant(lost.restoredAt) },
            lost.reason !== null && { label: t.lost.reason, value: lost.reason },
          ]}
        />
        {isOpen && !canEnter && <Text size="sm">{t.lost.onlySales}</Text>}
        {isOpen && (
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={settle} rightSection={<KeyHint>Del</KeyHint>}>
              {t.lost.leaveOut}
            </Button>
            {canEnter && (
              <Button onClick={() => onEnter(lost)} rightSection={<KeyHint>Enter</KeyHint>}>
                {t.lost.enter}
              </Button>
            )}
          </Group>
        )}
      </Stack>
      {isSettling && <SettlePopup lost={lost} onClose={() => setSettling(false)} />}
    </Panel>
  );
}
