import { Button, Checkbox, Group, Popover, SegmentedControl, Stack } from '@mantine/core';
import { IconColumns3, IconFileDownload } from '@tabler/icons-react';
import { t } from '../../texts/index.ts';
import { DateFilter } from '../../ui/date-filter.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { HIDEABLE_COLUMNS } from './invoice-columns.tsx';
import { INVOICE_FILTERS, type InvoiceView } from './invoice-view.ts';
import { placeWords } from './jump-popup.tsx';
import { useExport } from './use-export.ts';

interface Props {
  view: InvoiceView;
  narrow: (patch: Partial<InvoiceView>) => void;
  onJump: () => void;
}

/** What the list is narrowed to, where it begins, what of it is shown, and its file. */
export function InvoiceTools({ view, narrow, onJump }: Props) {
  const { isSaving, saveAs } = useExport();
  return (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        w="max-content"
        aria-label={t.words.status}
        data={INVOICE_FILTERS.map((value) => ({ value, label: t.invoices.filters[value] }))}
        value={view.filter}
        onChange={(filter) => narrow({ filter })}
      />
      <DateFilter
        size="xs"
        w={108}
        aria-label={t.invoices.from}
        placeholder={t.invoices.from}
        value={view.from}
        onChange={(from) => narrow({ from })}
      />
      <DateFilter
        size="xs"
        w={108}
        aria-label={t.invoices.to}
        placeholder={t.invoices.to}
        value={view.to}
        onChange={(to) => narrow({ to })}
      />
      <Button size="compact-sm" variant="default" rightSection={<KeyHint>Ctrl+G</KeyHint>} onClick={onJump}>
        {t.invoices.jump}
      </Button>
      {view.startAt !== null && (
        <Button size="compact-sm" variant="light" onClick={() => narrow({ startAt: null })}>
          {t.invoices.leaveJump(placeWords(view.startAt))}
        </Button>
      )}
      <Columns view={view} narrow={narrow} />
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          size="compact-sm"
          variant="default"
          leftSection={<IconFileDownload size={15} aria-hidden />}
          disabled={isSaving}
          onClick={() => saveAs(format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </Group>
  );
}

function Columns({ view, narrow }: Pick<Props, 'view' | 'narrow'>) {
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconColumns3 size={15} aria-hidden />}>
          {t.invoices.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          aria-label={t.invoices.columns}
          value={HIDEABLE_COLUMNS.map(({ id }) => id).filter((id) => !view.hidden.includes(id))}
          onChange={(shown) =>
            narrow({ hidden: HIDEABLE_COLUMNS.map(({ id }) => id).filter((id) => !shown.includes(id)) })
          }
        >
          <Stack gap="xs">
            {HIDEABLE_COLUMNS.map(({ id, header }) => (
              <Checkbox key={id} size="xs" value={id} label={header} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
