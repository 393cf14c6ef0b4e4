import { Button, CloseButton, Group, Skeleton, Stack } from '@mantine/core';
import { useLocation } from 'wouter';
import { formatBusinessDate, formatInstant } from '../../../shared/dates.ts';
import { MANAGERS } from '../../../shared/roles.ts';
import { detailsOf } from '../../api-problem.ts';
import { driverLabel, useDepots, useDrivers } from '../../data/catalogue.ts';
import { useCommand } from '../../data/use-command.ts';
import { useVerb } from '../../data/use-verb.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay, useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { draftOf, type Slip, useSlipDraft } from './slip-draft.ts';
import { SlipPapers } from './slip-papers.tsx';
import { SlipProblem } from './slip-problem.tsx';
import { SlipStatus } from './slip-status.tsx';
import { SlipSummary } from './slip-summary.tsx';

export function SlipDetail({ id }: { id: number }) {
  const { data: slip, error, refetch } = useVerb('distributions.get', { id });
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!slip) return <Skeleton height={320} />;
  return <Detail slip={slip} />;
}

function Detail({ slip }: { slip: Slip }) {
  const [, go] = useLocation();
  const drivers = useDrivers();
  const depots = useDepots();
  const { replace } = useSlipDraft();
  const confirm = useCommand('distributions.confirm');
  const cancel = useCommand('distributions.cancel');
  const isDraft = slip.status === 'DRAFT';
  const mayDecide = useMay('distributions.confirm') && isDraft;
  const { id: userId, role } = useUser();
  // A draft is its writer's, or a manager's (domain.md, "People and rights").
  const isTheirs = slip.createdBy === userId || MANAGERS.includes(role);
  const mayEdit = useMay('distributions.update') && isDraft && isTheirs;
  const driver = drivers.byId.get(slip.driverId);

  const runConfirm = async (confirmTruckShort: boolean) => {
    if (confirm.isRunning) return;
    const done = await confirm.run({ id: slip.id, ...(confirmTruckShort ? { confirmTruckShort } : {}) });
    if (done) toastDone(t.distribution.confirmed(done.number));
  };
  const runCancel = async () => {
    const done = await cancel.run({ id: slip.id });
    if (done) toastDone(t.distribution.wasCancelled(done.number));
  };
  const edit = () => {
    const before = replace(draftOf(slip));
    go('/distribution');
    if (before.id !== slip.id && Object.keys(before.counts).length > 0) {
      toastDone(t.distribution.cleared, { label: t.distribution.undo, run: () => void replace(before) });
    }
  };
  useKeys('screen', [mayDecide && { key: 'F9', label: t.actions.confirm, run: () => void runConfirm(false) }]);

  return (
    <Panel p="lg">
      <Stack>
        <Group justify="space-between" wrap="nowrap">
          <Group gap="sm">
            <strong>{slip.number}</strong>
            <SlipStatus status={slip.status} />
          </Group>
          <CloseButton aria-label={t.actions.close} onClick={() => go('/distributions')} />
        </Group>
        <Facts
          facts={[
            { label: t.words.driver, value: driver ? driverLabel(driver) : '' },
            { label: t.words.depot, value: depots.byId.get(slip.depotId)?.name ?? '' },
            { label: t.words.date, value: formatBusinessDate(slip.businessDate) },
            slip.poNumber !== null && { label: t.words.poNumber, value: slip.poNumber },
            slip.remarks !== null && { label: t.words.remarks, value: slip.remarks },
            slip.confirmedAt !== null && {
              label: t.distribution.status.CONFIRMED,
              value: formatInstant(slip.confirmedAt),
            },
            slip.cancelledAt !== null && {
              label: t.distribution.status.CANCELLED,
              value: formatInstant(slip.cancelledAt),
            },
          ]}
        />
        <SlipSummary
          items={slip.items}
          wrongEquipmentId={detailsOf(confirm.problem, 'INSUFFICIENT_STOCK')?.equipmentId}
        />
        <SlipProblem problem={confirm.problem ?? cancel.problem} onConfirmAnyway={() => void runConfirm(true)} />
        <SlipPapers slip={slip} />
        {(mayDecide || mayEdit) && (
          <Group justify="flex-end" gap="sm">
            {mayDecide && (
              <Button variant="subtle" color="red" onClick={() => void runCancel()} loading={cancel.isRunning}>
                {t.distribution.cancelSlip}
              </Button>
            )}
            {mayEdit && (
              <Button variant="default" onClick={edit}>
                {t.actions.edit}
              </Button>
            )}
            {mayDecide && (
              <Button
                onClick={() => void runConfirm(false)}
                loading={confirm.isRunning}
                rightSection={<KeyHint>F9</KeyHint>}
              >
                {t.actions.confirm}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Panel>
  );
}
