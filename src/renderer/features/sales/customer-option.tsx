import { Combobox, Group, Text } from '@mantine/core';
import type { FoundCustomer } from '../../data/find-scanned.ts';
import { centsOf, formatMoney } from '../../format.ts';

/** What tells one customer from the next, and what is owed, if anything. */
export function CustomerOption({ row }: { row: FoundCustomer }) {
  return (
    <Combobox.Option value={String(row.id)}>
      <Group justify="space-between" wrap="nowrap" gap="xl">
        <div>
          <Text size="sm" fw={500}>
            {row.name}
          </Text>
          <Text size="xs" c="dimmed">
            {[row.code, row.phone, row.address].filter(Boolean).join(' · ')}
          </Text>
        </div>
        {centsOf(row.balance) !== 0 && (
          <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
            {formatMoney(row.balance)}
          </Text>
        )}
      </Group>
    </Combobox.Option>
  );
}
