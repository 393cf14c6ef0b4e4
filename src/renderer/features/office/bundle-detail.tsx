import { Button, Divider, Group, Stack, Text } from '@mantine/core';
import { formatInstant } from '../../../shared/dates.ts';
import { useToldCommand } from '../../data/use-told-command.ts';
import { useVerb } from '../../data/use-verb.ts';
import { formatCount } from '../../format.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { toastDone, toastTrouble } from '../../ui/toasts.tsx';
import { type Bundle, bundleName, bundleState, changesIn, contentFacts, moneyFacts } from './bundle-words.ts';
import { CheckNote } from './check-note.tsx';
import { useVerifyBundle } from './use-verify-bundle.ts';

/** One bundle: what it holds, how far it got, and what can be done with it. */
export function BundleDetail({ bundle }: { bundle: Bundle }) {
  const { delivery } = bundle;
  const name = bundleName(bundle);
  const { words, tone } = bundleState(bundle);
  const { check, verify } = useVerifyBundle(bundle.id);
  const { data: settings } = useVerb('settings.get', {});
  const sending = useToldCommand('exports.sendAgain');
  const canSend =
    settings !== undefined && settings.export.destination.kind !== 'none' && delivery?.state !== 'running';
  const sendLabel = sendWords(delivery);
  const send = async () => {
    if (sending.isRunning) return;
    const answer = await sending.run({ id: bundle.id });
    if (answer?.state === 'done') toastDone(t.bundles.wasSent(name));
    else if (answer?.state === 'failed') toastTrouble(answer.reason ?? t.bundles.states.failed);
    else if (answer) toastDone(t.bundles.isSending(name));
  };
  useKeys('screen', [
    { key: 'V', label: t.bundles.verify, run: verify },
    canSend && { key: 'S', label: sendLabel, run: () => void send() },
  ]);
  return (
    <Panel p="lg" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <div>
            <Text fw={600}>{name}</Text>
            <Text size="sm" c="dimmed">
              {`${changesIn(bundle)} · ${t.bundles.commits(formatCount(bundle.fromCommit), formatCount(bundle.toCommit))}`}
            </Text>
          </div>
          <StatusBadge tone={tone}>{words}</StatusBadge>
        </Group>
        {delivery !== null && delivery.reason !== null && (
          <Text size="sm" c={tone === 'attention' ? 'var(--mantine-color-error)' : undefined}>
            {delivery.reason}
          </Text>
        )}
        <Facts facts={wayFacts(delivery)} />
        <CheckNote check={check} onRetry={verify} />
        <Group justify="flex-end" gap="sm">
          <Button
            variant="default"
            loading={check.state === 'running'}
            onClick={verify}
            rightSection={<KeyHint>V</KeyHint>}
          >
            {t.bundles.verify}
          </Button>
          {canSend && (
            <Button
              variant="light"
              loading={sending.isRunning}
              onClick={() => void send()}
              rightSection={<KeyHint>S</KeyHint>}
            >
              {sendLabel}
            </Button>
          )}
        </Group>
        <Divider />
        <Facts facts={contentFacts(bundle)} />
        <Facts facts={moneyFacts(bundle)} />
        <Divider />
        <Facts
          facts={[
            { label: t.bundles.made, value: formatInstant(bundle.createdAt) },
            { label: t.bundles.file, value: bundle.file },
            { label: t.bundles.hash, value: bundle.sha256 },
          ]}
        />
      </Stack>
    </Panel>
  );
}

function sendWords(delivery: Bundle['delivery']): string {
  if (delivery === null) return t.bundles.send;
  return delivery.state === 'queued' ? t.bundles.sendNow : t.bundles.sendAgain;
}

function wayFacts(delivery: Bundle['delivery']) {
  if (delivery === null) return [{ label: t.bundles.toHeadOffice, value: t.bundles.keptHint }];
  const { target, finishedAt, proof, attempts, state, runAfter } = delivery;
  const isTriedAgain = state === 'queued' && attempts > 0;
  return [
    target !== null && { label: t.bundles.target, value: target },
    state === 'done' && finishedAt !== null && { label: t.bundles.sentAt, value: formatInstant(finishedAt) },
    attempts > 1 && { label: t.bundles.tries, value: formatCount(attempts) },
    isTriedAgain && { label: t.bundles.nextTry, value: formatInstant(runAfter) },
    proof !== null && { label: t.bundles.proof, value: proof },
  ];
}
