import {
  type Icon,
  IconArchive,
  IconCylinder,
  IconFileInvoice,
  IconFileImport,
  IconHome,
  IconPrinter,
  IconReceipt,
  IconReportMoney,
  IconShieldCheck,
  IconSettings,
  IconTruckDelivery,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import type { Verb } from '../../../shared/contract/index.ts';
import { t } from '../../texts/index.ts';
import { AuditScreen } from '../audit/audit-screen.tsx';
import { CustomersScreen } from '../customers/customers-screen.tsx';
import { DistributionScreen } from '../distributions/distribution-screen.tsx';
import { DistributionsScreen } from '../distributions/distributions-screen.tsx';
import { HomeScreen } from '../home/home-screen.tsx';
import { ImportScreen } from '../imports/import-screen.tsx';
import { InvoicesScreen } from '../invoices/invoices-screen.tsx';
import { JobsScreen } from '../jobs/jobs-screen.tsx';
import { NeedsBadge } from '../jobs/needs-badge.tsx';
import { OfficeScreen } from '../office/office-screen.tsx';
import { ReportsScreen } from '../reports/reports-screen.tsx';
import { SaleScreen } from '../sales/sale-screen.tsx';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { StockScreen } from '../stock/stock-screen.tsx';

export interface Screen {
  path: string;
  /** Without a label it is reached from another screen only. */
  nav?: { label: string; icon: Icon; key?: string; badge?: ComponentType };
  /** Shown to those who may call this verb. */
  needs: Verb;
  element: ReactNode;
}

/** The only list of screens: routes, navigation and who sees them. */
export const SCREENS: readonly Screen[] = [
  { path: '/', nav: { label: t.home.title, icon: IconHome }, needs: 'session.me', element: <HomeScreen /> },
  {
    path: '/sale',
    nav: { label: t.sale.nav, icon: IconReceipt, key: 'F2' },
    needs: 'transactions.create',
    element: <SaleScreen />,
  },
  {
    path: '/distribution',
    nav: { label: t.distribution.nav, icon: IconTruckDelivery, key: 'F3' },
    needs: 'distributions.create',
    element: <DistributionScreen />,
  },
  {
    path: '/distributions/:id?',
    nav: { label: t.distribution.list, icon: IconFileImport },
    needs: 'distributions.list',
    element: <DistributionsScreen />,
  },
  {
    path: '/invoices/:id?',
    nav: { label: t.invoices.title, icon: IconFileInvoice },
    needs: 'invoices.list',
    element: <InvoicesScreen />,
  },
  {
    path: '/customers/:id?/:tab?',
    nav: { label: t.customers.title, icon: IconUsers, key: 'F4' },
    needs: 'customers.list',
    element: <CustomersScreen />,
  },
  {
    path: '/stock/:view?/:id?',
    nav: { label: t.stock.title, icon: IconCylinder },
    needs: 'inventories.list',
    element: <StockScreen />,
  },
  {
    path: '/jobs',
    nav: { label: t.jobs.nav, icon: IconPrinter, key: 'F7', badge: NeedsBadge },
    needs: 'jobs.list',
    element: <JobsScreen />,
  },
  {
    path: '/reports',
    nav: { label: t.reports.title, icon: IconReportMoney },
    needs: 'reports.sales',
    element: <ReportsScreen />,
  },
  {
    path: '/office/:view?/:id?',
    nav: { label: t.office.nav, icon: IconArchive },
    needs: 'exports.list',
    element: <OfficeScreen />,
  },
  {
    path: '/audit/:id?',
    nav: { label: t.audit.title, icon: IconShieldCheck },
    needs: 'audit.list',
    element: <AuditScreen />,
  },
  {
    path: '/settings/:section?',
    nav: { label: t.settings.title, icon: IconSettings },
    needs: 'equipment.update',
    element: <SettingsScreen />,
  },
  { path: '/import', needs: 'imports.run', element: <ImportScreen /> },
];

/** `/invoices/:id?` → `/invoices`: where the navigation leads. */
export function homeOf(screen: Screen): string {
  return screen.path.replace(/\/:.*$/, '') || '/';
}
