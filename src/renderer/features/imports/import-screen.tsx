import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../texts/index.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ImportPanel } from './import-panel.tsx';

/** The same import as on the first run, for an administrator who left it for later or has more lists. */
export function ImportScreen() {
  const [isDone, setDone] = useState(false);
  const [, go] = useLocation();
  return (
    <Page title={t.imports.title} note={t.imports.hint}>
      <Panel p="lg">
        <ImportPanel onImported={() => setDone(true)} />
        {isDone && (
          <Group mt="md">
            <Button onClick={() => go('/')} autoFocus>
              {t.imports.goOn}
            </Button>
          </Group>
        )}
      </Panel>
    </Page>
  );
}
