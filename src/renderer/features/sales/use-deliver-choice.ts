import { useVerb } from '../../data/use-verb.ts';
import { t } from '../../texts/index.ts';
import { type Deliver, usualMail, usualPrint } from './deliver.ts';

interface About {
  customerId: number | undefined;
  isInvoiced: boolean;
  isPaid: boolean;
  value: Deliver;
  onChange: (deliver: Deliver) => void;
}

/** One way out of the house as the clerk may choose it. */
export interface DeliverWay {
  key: string;
  label: string;
  isPossible: boolean;
  isChosen: boolean;
  toggle: () => void;
}

/** Paper and mail for a sale, as the settings have it until the clerk says otherwise. Nothing until they are known. */
export function useDeliverChoice({ customerId, isInvoiced, isPaid, value, onChange }: About): DeliverWay[] {
  const { data: settings } = useVerb('settings.get', {});
  const { data: customer } = useVerb('customers.get', customerId === undefined ? null : { id: customerId });
  if (!settings || !customer) return [];
  const what = { isInvoiced, isPaid };
  const paper = usualPrint(settings, what);
  const mail = usualMail(settings, what, customer.email);
  const prints = paper.can && (value.print ?? paper.usual);
  const mails = mail.can && (value.email ?? mail.usual);
  const whyNot = mail.isSetUp ? t.delivery.noEmailHint : t.delivery.mailOff;
  const print: DeliverWay = {
    key: 'P',
    label: paper.can ? t.delivery.print : t.delivery.noPrinterChosen,
    isPossible: paper.can,
    isChosen: prints,
    toggle: () => onChange({ ...value, print: !prints }),
  };
  const email: DeliverWay = {
    key: 'E',
    label: mail.can ? t.delivery.mailTo(customer.email ?? '') : whyNot,
    isPossible: mail.can,
    isChosen: mails,
    toggle: () => onChange({ ...value, email: !mails }),
  };
  return isInvoiced ? [print, email] : [print];
}
