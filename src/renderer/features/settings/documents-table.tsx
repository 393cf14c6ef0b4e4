import { Checkbox, Text, TextInput } from '@mantine/core';
import { Fragment } from 'react';
import { PAPERS_FOR, PRINTED_DOCUMENTS, type PrintedDocument } from '../../../shared/contract/printing.ts';
import { t } from '../../texts/index.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { Pick } from '../../ui/pick.tsx';
import { devicesFor, type DocumentForm, onPrinter, type usePrintingForm } from './printing-form.ts';
import classes from './settings.module.css';

type Edit = NonNullable<ReturnType<typeof usePrintingForm>>;

/** Stands for `null`, which a list of choices cannot hold. No printer is called so: names are not empty. */
const NOWHERE = '';

/** For each kind of document: where, on what, how often, and whether by itself. */
export function DocumentsTable({ edit }: { edit: Edit }) {
  const { form, set } = edit;
  const { devices } = edit.settings.printers;
  const put = (document: PrintedDocument, next: DocumentForm) =>
    set({ documents: { ...form.documents, [document]: next } });
  return (
    <>
      <div className={classes.documents}>
        {[t.printers.document, t.printers.printer, t.printers.paper].map((words) => (
          <Text key={words} size="xs" c="dimmed">
            {words}
          </Text>
        ))}
        <Text size="xs" c="dimmed" ta="right">
          {t.printers.copies}
        </Text>
        <Text size="xs" c="dimmed" ta="center">
          {t.printers.automatic}
        </Text>
        {PRINTED_DOCUMENTS.map((document) => {
          const now = form.documents[document];
          const name = t.printers.types[document];
          const error = (field: string) => edit.error(`printers.documents.${document}.${field}`);
          const fitting = devicesFor(document, devices);
          return (
            <Fragment key={document}>
              <div data-label>
                <Text size="sm">{name}</Text>
                {document === 'simplifiedInvoice' && (
                  <Text size="xs" c="dimmed">
                    {t.printers.simplifiedHint}
                  </Text>
                )}
              </div>
              <Pick
                aria-label={`${name}, ${t.printers.printer}`}
                data={[
                  { value: NOWHERE, label: t.printers.notHere },
                  ...fitting.map((device) => ({ value: device.name, label: device.name })),
                ]}
                value={now.printer ?? NOWHERE}
                onChange={(printer) => put(document, onPrinter(now, printer || null, devices))}
                error={error('printer')}
              />
              <Pick
                aria-label={`${name}, ${t.printers.paper}`}
                data={PAPERS_FOR[document].map((value) => ({ value, label: t.printers.papers[value] }))}
                value={now.paper}
                onChange={(paper) => put(document, { ...now, paper: paper ?? now.paper })}
                error={error('paper')}
              />
              <MoneyField
                aria-label={`${name}, ${t.printers.copies}`}
                decimals={0}
                maxLength={1}
                value={now.copies}
                onChange={(copies) => put(document, { ...now, copies })}
                error={error('copies')}
              />
              <div data-check>
                <Checkbox
                  aria-label={`${name}, ${t.printers.automatic}`}
                  checked={now.automatic}
                  onChange={(event) => put(document, { ...now, automatic: event.currentTarget.checked })}
                  data-enter-skip
                />
              </div>
            </Fragment>
          );
        })}
      </div>
      <TextInput
        mt="lg"
        label={t.printers.sumatra}
        description={t.printers.sumatraHint}
        placeholder={t.words.optional}
        value={form.sumatraPdfPath}
        onChange={(event) => set({ sumatraPdfPath: event.currentTarget.value })}
        error={edit.error('printers.sumatraPdfPath')}
      />
    </>
  );
}
