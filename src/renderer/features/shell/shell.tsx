import { EmptyState, Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { may, useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { DeliveryNotice } from '../jobs/delivery-notice.tsx';
import { BooksNotice } from './books-notice.tsx';
import { useGlobalKeys } from './global-keys.ts';
import { GoAnywhere } from './go-anywhere.tsx';
import { HostNotice } from './host-notice.tsx';
import { Navigation } from './navigation.tsx';
import { SCREENS } from './screens.tsx';
import classes from './shell.module.css';

/** Navigation at the left, one screen at the right. */
export function Shell() {
  const { role } = useUser();
  const [location, go] = useLocation();
  useGlobalKeys();
  return (
    <div className={classes.shell}>
      <Navigation />
      <main className={classes.main}>
        <HostNotice />
        <BooksNotice />
        <DeliveryNotice />
        <ScreenGuard key={location.split('/')[1]} onReset={() => go('/')}>
          <Switch>
            {SCREENS.filter((screen) => may(role, screen.needs)).map((screen) => (
              <Route key={screen.path} path={screen.path}>
                {screen.element}
              </Route>
            ))}
            <Route>
              <EmptyState title={t.home.notHere} mt="20vh">
                <EmptyState.Actions>
                  <Button onClick={() => go('/')}>{t.home.title}</Button>
                </EmptyState.Actions>
              </EmptyState>
            </Route>
          </Switch>
        </ScreenGuard>
      </main>
      <GoAnywhere />
    </div>
  );
}

interface GuardProps {
  onReset: () => void;
  children: ReactNode;
}

/** A screen that breaks must not take the console with it; another screen is a new start. */
class ScreenGuard extends Component<GuardProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <EmptyState title={t.problems.page} description={t.problems.pageHint} mt="20vh">
        <EmptyState.Actions>
          <Button onClick={this.props.onReset}>{t.home.title}</Button>
        </EmptyState.Actions>
      </EmptyState>
    );
  }
}
