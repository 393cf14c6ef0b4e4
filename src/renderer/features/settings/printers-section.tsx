import { t } from '../../texts/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { DevicesPanel } from './devices-panel.tsx';
import { DocumentsTable } from './documents-table.tsx';
import { usePrintingForm } from './printing-form.ts';
import { SectionForm, SectionSkeleton } from './section-form.tsx';

const ON_FORM = /^printers\.(documents\.\w+\.(printer|paper|copies)|sumatraPdfPath)$/;

/** The printers of this site, and what is printed on which. */
export function PrintersSection() {
  const edit = usePrintingForm();
  if (edit === null) return <SectionSkeleton />;
  return (
    <SectionForm
      {...edit}
      startsElsewhere
      isOnForm={(path) => ON_FORM.test(path)}
      onSave={() => void edit.save()}
      onDiscard={edit.discard}
    >
      <DevicesPanel printers={edit.settings.printers} />
      <Panel p="lg" title={t.printers.documents}>
        <DocumentsTable edit={edit} />
      </Panel>
    </SectionForm>
  );
}
