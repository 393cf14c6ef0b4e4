import { Badge } from '@mantine/core';
import { countText, sumNeeds, useNeeds } from './use-needs.ts';

/** How many need somebody, beside the screen's name. */
export function NeedsBadge() {
  const needs = useNeeds();
  const count = needs === undefined ? 0 : sumNeeds(needs);
  if (count === 0) return null;
  return (
    <Badge size="sm" color="red" variant="filled" flex="none" circle={count !== null && count < 10}>
      {countText(count)}
    </Badge>
  );
}
