import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { type MovementFilter, MOVEMENTS, showMovements } from './movement-filter.ts';
import classes from './stock.module.css';

interface Props {
  count: number;
  /** Read out before it: `HSH Kaki Bukit, CYL 14 kg, full`. */
  what: string;
  filter: Partial<MovementFilter>;
  isStrong?: boolean;
  /** A source is counted down: below zero there is as it should be. */
  isExpectedBelow?: boolean;
}

/** A number of stock, which opens the movements it is made of. */
export function StockNumber({ count, what, filter, isStrong = false, isExpectedBelow = false }: Props) {
  return (
    <Link
      href={MOVEMENTS}
      onClick={showMovements(filter)}
      className={classes.number}
      aria-label={t.stock.movementsBehind(what, formatCount(count))}
    >
      <Count count={count} isStrong={isStrong} isExpectedBelow={isExpectedBelow} />
    </Link>
  );
}

export function Count({ count, isStrong = false, isExpectedBelow = false }: Partial<Props> & { count: number }) {
  const isWrong = count < 0 && !isExpectedBelow;
  return (
    <Text
      span
      inherit
      fw={isStrong && count !== 0 ? 600 : undefined}
      c={isWrong ? 'var(--mantine-color-error)' : count === 0 ? 'dimmed' : undefined}
    >
      {formatCount(count)}
    </Text>
  );
}
