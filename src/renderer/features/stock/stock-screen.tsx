import { useLocation, useParams } from 'wouter';
import { useKeys } from '../../keys/use-keys.ts';
import { useIsDriver } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Page } from '../../ui/page.tsx';
import { ScreenTabs } from '../../ui/screen-tabs.tsx';
import { DepotActions } from './depot-actions.tsx';
import { DepotsView } from './depots-view.tsx';
import { MovementsView } from './movements-view.tsx';
import { OnSiteView } from './on-site-view.tsx';
import classes from './stock.module.css';
import { TrucksView } from './trucks-view.tsx';
import { WhereView } from './where-view.tsx';

const VIEWS = ['depots', 'trucks', 'customers', 'where', 'movements'] as const;
type View = (typeof VIEWS)[number];

/** These have a list of their own that scrolls. */
const FIXED: readonly View[] = ['customers', 'movements'];

/** What lies where, place by place and equipment by equipment, and how it got there. */
export function StockScreen() {
  const { view: wanted, id } = useParams<{ view?: string; id?: string }>();
  const [, go] = useLocation();
  // A driver has nothing to do with the depots' stock.
  const views = VIEWS.slice(useIsDriver() ? 1 : 0);
  const view = views.find((each) => each === wanted) ?? views[0] ?? 'trucks';
  const openId = id === undefined ? null : Number(id);
  const isOpen = view === 'movements' && openId !== null;
  useKeys('screen', [{ key: 'Escape', label: t.keys.back, run: () => go(isOpen ? '/stock/movements' : '/') }]);
  return (
    <Page title={t.stock.title} isFixed={FIXED.includes(view)} actions={view === 'depots' && <DepotActions />}>
      <div className={classes.view}>
        <ScreenTabs
          label={t.stock.title}
          current={view}
          tabs={views.map((each) => ({ id: each, label: t.stock[each], href: `/stock/${each}` }))}
        />
        {viewOf(view, openId)}
      </div>
    </Page>
  );
}

function viewOf(view: View, id: number | null) {
  switch (view) {
    case 'depots':
      return <DepotsView />;
    case 'trucks':
      return <TrucksView />;
    case 'customers':
      return <OnSiteView equipmentId={id} />;
    case 'where':
      return <WhereView equipmentId={id} />;
    case 'movements':
      return <MovementsView openId={id} />;
  }
}
