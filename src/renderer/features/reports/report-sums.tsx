import { Text } from '@mantine/core';
import { formatDollars } from '../../format.ts';
import classes from './reports.module.css';

interface Props {
  label: string;
  sums: readonly { label: string; value: string; isMoney?: boolean }[];
}

/** What a report comes to, above its rows. */
export function ReportSums({ label, sums }: Props) {
  return (
    <dl className={classes.sums} aria-label={label}>
      {sums.map(({ label: name, value, isMoney = true }) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" fz={18} fw={600} m={0}>
            {isMoney ? formatDollars(value) : value}
          </Text>
        </div>
      ))}
    </dl>
  );
}
