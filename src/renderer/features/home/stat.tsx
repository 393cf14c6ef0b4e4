import { Skeleton, Text } from '@mantine/core';
import { Link } from 'wouter';
import classes from './home.module.css';

interface Props {
  label: string;
  value: string | undefined;
  note: string | undefined;
  href: string;
  onOpen?: () => void;
  isAlert?: boolean;
}

/** One live number, which leads to its list. */
export function Stat({ label, value, note, href, onOpen, isAlert = false }: Props) {
  return (
    <Link href={href} className={classes.stat} onClick={onOpen}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {value === undefined ? (
        <Skeleton height={28} width={110} my={5} />
      ) : (
        <Text fz={26} fw={600} lh={1.45}>
          {value}
        </Text>
      )}
      <Text size="sm" c={isAlert ? 'var(--mantine-color-error)' : 'dimmed'}>
        {note ?? ' '}
      </Text>
    </Link>
  );
}
