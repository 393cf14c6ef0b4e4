import { Group, Tooltip } from '@mantine/core';
import { JobGlyph } from '../jobs/job-glyph.tsx';
import { type Invoice, mailWay, printWay, type Way } from './delivery-way.ts';

/** Printed and mailed at a glance; the words on hover, and for who cannot see. */
export function DeliveryMarks({ invoice }: { invoice: Invoice }) {
  return (
    <Group gap={12} wrap="nowrap">
      <Mark way={printWay(invoice)} />
      <Mark way={mailWay(invoice)} />
    </Group>
  );
}

function Mark({ way }: { way: Way }) {
  const words = [way.words, ...(way.reason === null ? [] : [way.reason])].join('. ');
  return (
    <Tooltip label={words} multiline maw={320}>
      <span role="img" aria-label={words}>
        <JobGlyph kind={way.kind} state={way.state} />
      </span>
    </Tooltip>
  );
}
