import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useVerb } from '../../data/use-verb.ts';
import { useSession } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Popup } from '../../ui/popup.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { toastDone } from '../../ui/toasts.tsx';
import classes from './office.module.css';

/** The key by which head office knows this depot: to compare, to copy, to save. */
export function SiteKeyPopup({ onClose }: { onClose: () => void }) {
  const { data: key, error, refetch } = useVerb('exports.key', {});
  const { siteCode } = useSession();
  const save = () => {
    if (!key) return;
    const bytes = new TextEncoder().encode(key.publicKey);
    const fileName = `${siteCode ?? 'depot'}.pem`;
    saveFile({ fileName, contentType: 'application/x-pem-file', bytes });
    toastDone(t.reports.saved(fileName));
  };
  return (
    <Popup title={t.bundles.keyTitle} size="lg" onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">{t.bundles.keyHint}</Text>
        <ProblemNote problem={error} onRetry={() => void refetch()} />
        {key ? <pre className={classes.key}>{key.publicKey.trim()}</pre> : <Skeleton height={80} />}
        <Text size="sm" fw={600}>
          {t.bundles.fingerprint}
        </Text>
        <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {key?.fingerprint}
        </Text>
        <Text size="sm" c="dimmed">
          {t.bundles.fingerprintHint}
        </Text>
        <Group justify="flex-end" gap="sm">
          {/* Only a page of this computer, or one that came by https, may copy. */}
          {key && window.isSecureContext && (
            <Button variant="default" onClick={() => void copy(key.publicKey)}>
              {t.bundles.copy}
            </Button>
          )}
          <Button onClick={save} data-autofocus>
            {t.bundles.saveKey}
          </Button>
        </Group>
      </Stack>
    </Popup>
  );
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  toastDone(t.bundles.copied);
}
