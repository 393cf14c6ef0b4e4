import { useLocation } from 'wouter';
import { t } from '../../texts/index.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ImportPanel } from './import-panel.tsx';

/** The same import as on the first run, for an administrator who skipped it or has more lists. */
export function ImportScreen() {
  const [, go] = useLocation();
  return (
    <Page title={t.imports.title} note={t.imports.hint}>
      <Panel p="lg">
        <ImportPanel onDone={() => go('/')} />
      </Panel>
    </Page>
  );
}
