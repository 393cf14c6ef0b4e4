import { Kbd, Stack, Text, Title } from '@mantine/core';
import { type Icon, IconFileImport, IconPrinter, IconReceipt, IconTruckDelivery, IconUsers } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Verb } from '../../../shared/contract/index.ts';
import { useEquipment } from '../../data/catalogue.ts';
import { useVerb } from '../../data/use-verb.ts';
import { may, useUser } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import classes from './home.module.css';

interface Step {
  href: string;
  icon: Icon;
  title: string;
  hint: string;
  keys?: string;
  needs: Verb;
}

const STEPS: Step[] = [
  {
    href: '/sale',
    icon: IconReceipt,
    title: t.home.sale,
    hint: t.home.saleHint,
    keys: 'F2',
    needs: 'transactions.create',
  },
  {
    href: '/distribution',
    icon: IconTruckDelivery,
    title: t.home.distribution,
    hint: t.home.distributionHint,
    keys: 'F3',
    needs: 'distributions.create',
  },
  {
    href: '/customers',
    icon: IconUsers,
    title: t.home.find,
    hint: t.home.findHint,
    keys: 'F4',
    needs: 'customers.list',
  },
];
const IMPORT: Step = {
  href: '/import',
  icon: IconFileImport,
  title: t.imports.title,
  hint: t.home.importHint,
  needs: 'imports.run',
};

const PRINTERS: Step = {
  href: '/settings/printers',
  icon: IconPrinter,
  title: t.home.printers,
  hint: t.home.printersHint,
  needs: 'settings.update',
};

/** Where work starts: with what was left for later on the first run, while that is not done. */
export function NextSteps() {
  const { role } = useUser();
  const equipment = useEquipment();
  const isEmpty = !equipment.isLoading && equipment.items.length === 0;
  const { data: settings } = useVerb('settings.get', {});
  const hasPrinters = settings === undefined || settings.printers.devices.length > 0;
  const steps = [...(isEmpty ? [IMPORT] : []), ...(hasPrinters ? [] : [PRINTERS]), ...STEPS].filter(({ needs }) =>
    may(role, needs),
  );
  return (
    <Stack gap="sm" component="section" aria-label={t.home.next}>
      <Title order={2} fz="sm" fw={600} lh="26px">
        {t.home.next}
      </Title>
      {steps.map((step) => (
        <Link key={step.href} href={step.href} className={classes.step}>
          <step.icon size={22} stroke={1.5} aria-hidden />
          <div>
            <Text size="sm" fw={500}>
              {step.title}
            </Text>
            <Text size="xs" c="dimmed">
              {step.hint}
            </Text>
          </div>
          {step.keys !== undefined && <Kbd>{step.keys}</Kbd>}
        </Link>
      ))}
    </Stack>
  );
}
