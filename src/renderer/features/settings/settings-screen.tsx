import type { KeyboardEvent, ReactNode } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { Verb } from '../../../shared/contract/index.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { may, useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Page } from '../../ui/page.tsx';
import { AboutSection } from './about-section.tsx';
import { BillingSection } from './billing-section.tsx';
import { CompanySection } from './company-section.tsx';
import { DepotsSection } from './depots-section.tsx';
import { EquipmentSection } from './equipment-section.tsx';
import { MailSection } from './mail-section.tsx';
import { PrintersSection } from './printers-section.tsx';
import { SecuritySection } from './security-section.tsx';
import { ServicesSection } from './services-section.tsx';
import classes from './settings.module.css';
import { useUnsaved } from './unsaved.ts';
import { UsersSection } from './users-section.tsx';

interface Section {
  id: keyof typeof t.settings.sections;
  /** Shown to those who may call this verb. */
  needs: Verb;
  element: ReactNode;
}

const SECTIONS: readonly Section[] = [
  { id: 'company', needs: 'settings.update', element: <CompanySection /> },
  { id: 'billing', needs: 'settings.update', element: <BillingSection /> },
  { id: 'printers', needs: 'settings.update', element: <PrintersSection /> },
  { id: 'mail', needs: 'settings.update', element: <MailSection /> },
  { id: 'security', needs: 'settings.update', element: <SecuritySection /> },
  { id: 'users', needs: 'users.create', element: <UsersSection /> },
  { id: 'depots', needs: 'depots.create', element: <DepotsSection /> },
  { id: 'equipment', needs: 'equipment.update', element: <EquipmentSection /> },
  { id: 'services', needs: 'services.update', element: <ServicesSection /> },
  { id: 'about', needs: 'system.health', element: <AboutSection /> },
];

/** Everything that is set up once and changed seldom, section by section. */
export function SettingsScreen() {
  const { section: wanted } = useParams<{ section?: string }>();
  const { role } = useUser();
  const [, go] = useLocation();
  const sections = SECTIONS.filter(({ needs }) => may(role, needs));
  const here = Math.max(
    sections.findIndex(({ id }) => id === wanted),
    0,
  );
  const current = sections[here];
  const open = (index: number) => {
    const section = sections.at(index % sections.length);
    if (section) go(`/settings/${section.id}`);
  };
  useKeys('screen', [
    { key: 'Alt+ArrowDown', label: t.settings.nextSection, run: () => open(here + 1) },
    { key: 'Alt+ArrowUp', label: t.settings.previousSection, run: () => open(here - 1) },
    { key: 'Escape', label: t.keys.back, run: () => go('/') },
  ]);

  return (
    <Page isFixed title={t.settings.title}>
      <div className={classes.settings}>
        <nav className={classes.sections} aria-label={t.settings.title}>
          {sections.map(({ id }) => (
            <SectionLink key={id} id={id} isHere={id === current?.id} />
          ))}
        </nav>
        <div className={classes.content}>{current?.element}</div>
      </div>
    </Page>
  );
}

function SectionLink({ id, isHere }: { id: Section['id']; isHere: boolean }) {
  const isUnsaved = useUnsaved(({ sections }) => sections.has(id));
  return (
    <Link
      href={`/settings/${id}`}
      className={classes.section}
      aria-current={isHere ? 'page' : undefined}
      onKeyDown={moveAlong}
    >
      {t.settings.sections[id]}
      {isUnsaved && <span className={classes.unsaved} role="img" aria-label={t.settings.notSaved} />}
    </Link>
  );
}

/** Arrows go from link to link; Enter opens, as with every link. */
function moveAlong(event: KeyboardEvent<HTMLAnchorElement>) {
  const { key, altKey, currentTarget } = event;
  if (altKey || (key !== 'ArrowDown' && key !== 'ArrowUp')) return;
  const next = key === 'ArrowDown' ? currentTarget.nextElementSibling : currentTarget.previousElementSibling;
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
