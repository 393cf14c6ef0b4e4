import { Text } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { may, useSession, useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { homeOf, SCREENS } from './screens.tsx';
import classes from './shell.module.css';
import { Unfinished } from './unfinished.tsx';
import { UserMenu } from './user-menu.tsx';

export function Navigation() {
  const { role } = useUser();
  const [location] = useLocation();
  const { companyName, siteCode } = useSession();
  return (
    <nav className={classes.navigation} aria-label={t.home.navigation}>
      <div className={classes.brand}>
        <Text size="sm" fw={600} lineClamp={2} className={classes.company}>
          {companyName ?? t.session.product}
        </Text>
        <Text size="xs" c="dimmed">
          {siteCode}
        </Text>
      </div>
      {SCREENS.map((screen) => {
        const { nav } = screen;
        if (!nav || !may(role, screen.needs)) return null;
        const home = homeOf(screen);
        const isHere = home === '/' ? location === '/' : location === home || location.startsWith(`${home}/`);
        return (
          <Link
            key={home}
            href={home}
            className={classes.link}
            title={nav.label}
            aria-current={isHere ? 'page' : undefined}
          >
            <nav.icon size={18} stroke={1.6} aria-hidden />
            <span className={classes.label}>{nav.label}</span>
            {nav.badge && <nav.badge />}
            {nav.key !== undefined && <span className={classes.key}>{nav.key}</span>}
          </Link>
        );
      })}
      <Unfinished />
      <div className={classes.foot}>
        <UserMenu />
      </div>
    </nav>
  );
}
