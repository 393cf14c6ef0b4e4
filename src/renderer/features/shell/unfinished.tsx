import { Link, useLocation } from 'wouter';
import { useDrivers } from '../../data/catalogue.ts';
import { t } from '../../texts/index.ts';
import { isStarted as isSlipStarted, useSlipDraft } from '../distributions/slip-draft.ts';
import { isStarted as isPaymentStarted, usePaymentDraft } from '../payments/payment-draft.ts';
import { isStarted as isSaleStarted, useSaleDraft } from '../sales/sale-draft.ts';
import classes from './shell.module.css';

/** What somebody was called away from: one step back to each, also after the computer was started again. */
export function Unfinished() {
  const [location] = useLocation();
  const { draft: sale } = useSaleDraft();
  const { draft: slip } = useSlipDraft();
  const { draft: payment } = usePaymentDraft();
  const drivers = useDrivers();
  const driver = slip.driverId === null ? undefined : drivers.byId.get(slip.driverId);
  const all = [
    isSaleStarted(sale) && { path: '/sale', text: t.unfinished.sale(sale.customer?.name) },
    isSlipStarted(slip) && { path: '/distribution', text: t.unfinished.slip(slip.number ?? driver?.fullName) },
    isPaymentStarted(payment) && {
      path: `/invoices/${payment.invoiceId}`,
      text: t.unfinished.payment(payment.invoiceNumber),
    },
  ];
  const shown = all.filter((draft) => draft !== false).filter(({ path }) => path !== location);
  if (shown.length === 0) return null;
  return (
    <div className={classes.unfinished}>
      <span>{t.unfinished.title}</span>
      {shown.map(({ path, text }) => (
        <Link key={path} href={path} className={classes.draft} title={text}>
          {text}
        </Link>
      ))}
    </div>
  );
}
