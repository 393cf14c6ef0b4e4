import { useState } from 'react';
import { call } from '../../api.ts';
import { t } from '../../texts/index.ts';
import { saveFile } from '../../ui/save-file.ts';
import { toastBusy, toastDone, toastProblem } from '../../ui/toasts.tsx';
import { invoiceView, narrowingOf } from './invoice-view.ts';

/** Saves the invoices that the list is narrowed to. */
export function useExport() {
  const [isSaving, setSaving] = useState(false);
  const view = invoiceView.useView();
  const save = async (format: 'csv' | 'xlsx') => {
    setSaving(true);
    const stop = toastBusy(t.invoices.saving);
    try {
      const file = await call('invoices.export', { ...narrowingOf(view), format });
      saveFile(file);
      toastDone(t.reports.saved(file.fileName));
    } catch (thrown) {
      stop();
      toastProblem(thrown);
    } finally {
      setSaving(false);
    }
  };
  return { isSaving, saveAs: (format: 'csv' | 'xlsx') => void save(format) };
}
