import { useState } from 'react';
import { call } from '../../api.ts';
import { t } from '../../texts/index.ts';
import { saveFile } from '../../ui/save-file.ts';
import { toastDone, toastProblem } from '../../ui/toasts.tsx';
import { reportInput, useReportFilter } from './report-filter.ts';

export type FileFormat = 'csv' | 'xlsx' | 'pdf';

/** Saves the report that is on the screen as a file. */
export function useSaveReport() {
  const [isSaving, setSaving] = useState<FileFormat | null>(null);
  const save = async (format: FileFormat) => {
    const filter = useReportFilter.getState();
    setSaving(format);
    try {
      const file = await call(filter.kind === 'sales' ? 'reports.sales' : 'reports.customers', {
        ...reportInput(filter),
        format,
      });
      if ('bytes' in file) {
        saveFile(file);
        toastDone(t.reports.saved(file.fileName));
      }
    } catch (thrown) {
      toastProblem(thrown);
    } finally {
      setSaving(null);
    }
  };
  return { isSaving, as: (format: FileFormat) => void save(format) };
}
