import type { ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';
import type { Verb } from '../../../shared/contract/index.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { may, useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { ScreenTabs } from '../../ui/screen-tabs.tsx';
import { BundlesView } from './bundles-view.tsx';
import { CopiesView } from './copies-view.tsx';
import { DestinationView } from './destination-view.tsx';
import { LostView } from './lost-view.tsx';

interface View {
  id: keyof typeof t.office.tabs;
  /** Shown to those who may call this verb. */
  needs: Verb;
  show: (tabs: ReactNode) => ReactNode;
}

const VIEWS: readonly View[] = [
  { id: 'bundles', needs: 'exports.list', show: (tabs) => <BundlesView tabs={tabs} /> },
  { id: 'copies', needs: 'backups.list', show: (tabs) => <CopiesView tabs={tabs} /> },
  { id: 'lost', needs: 'lostDocuments.list', show: (tabs) => <LostView tabs={tabs} /> },
  { id: 'destination', needs: 'exports.setSecrets', show: (tabs) => <DestinationView tabs={tabs} /> },
];

/** What leaves for head office, and what brings the books back. */
export function OfficeScreen() {
  const { view: wanted } = useParams<{ view?: string }>();
  const { role } = useUser();
  const [, go] = useLocation();
  const views = VIEWS.filter(({ needs }) => may(role, needs));
  const view = views.find(({ id }) => id === wanted) ?? views[0];
  useKeys('screen', [{ key: 'Escape', label: t.keys.back, run: () => go('/') }]);
  if (view === undefined) return null;
  return view.show(
    <ScreenTabs
      label={t.office.title}
      current={view.id}
      tabs={views.map(({ id }) => ({ id, label: t.office.tabs[id], href: `/office/${id}` }))}
    />,
  );
}
