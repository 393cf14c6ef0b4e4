import { Box, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { formatDollars } from '../../format.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useMay } from '../../state/session.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import type { Customer } from './customer-form.ts';
import { CustomerPopup } from './customer-popup.tsx';

/** Who the customer is and on what terms; who may change what is the form's to know. */
export function DetailsTab({ customer }: { customer: Customer }) {
  const [isEditing, setEditing] = useState(false);
  const mayEdit = useMay('customers.update');
  useKeys('screen', [mayEdit && { key: 'F6', label: t.actions.edit, run: () => setEditing(true) }]);
  return (
    <>
      <Box maw={520}>
        <Facts facts={factsOf(customer)} />
      </Box>
      {mayEdit && (
        <Group>
          <Button variant="default" onClick={() => setEditing(true)} rightSection={<KeyHint>F6</KeyHint>}>
            {t.actions.edit}
          </Button>
        </Group>
      )}
      {isEditing && (
        <CustomerPopup
          customer={customer}
          onClose={() => setEditing(false)}
          onSaved={(saved) => {
            setEditing(false);
            toastDone(t.customers.saved(saved.name));
          }}
        />
      )}
    </>
  );
}

function factsOf(customer: Customer) {
  const { fields } = t.customers;
  return [
    Boolean(customer.phone) && { label: fields.phone, value: customer.phone },
    Boolean(customer.email) && { label: fields.email, value: customer.email },
    { label: fields.address, value: `${customer.address} ${customer.postalCode}` },
    Boolean(customer.siteAddress) && {
      label: fields.siteAddress,
      value: `${customer.siteAddress} ${customer.sitePostalCode ?? ''}`,
    },
    Boolean(customer.uen) && { label: fields.uen, value: customer.uen },
    { label: fields.paymentType, value: t.paymentTypes[customer.paymentType] },
    customer.creditLimit !== null && { label: fields.creditLimit, value: formatDollars(customer.creditLimit) },
    customer.termsDays !== null && { label: fields.termsDays, value: customer.termsDays },
    customer.siteCylinderLimit !== null && { label: fields.siteCylinderLimit, value: customer.siteCylinderLimit },
    Boolean(customer.meterNumber) && { label: fields.meterNumber, value: customer.meterNumber },
    customer.meterDigits !== null && { label: fields.meterDigits, value: customer.meterDigits },
    customer.lastMeterReading !== null && {
      label: t.customers.lastReading,
      value: `${customer.lastMeterReading} · ${formatBusinessDate(customer.lastMeterDate ?? '')}`,
    },
    customer.meterRate !== null && { label: fields.meterRate, value: customer.meterRate },
  ];
}
