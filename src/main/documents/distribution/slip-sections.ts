import type { DistributionSlipItem, DistributionSlipSnapshot } from '../../../shared/distribution-slip-snapshot.ts';
import { distributionText } from './distribution-text.ts';

export interface SlipSection {
  heading: string;
  items: DistributionSlipItem[];
}

/**
 * What goes out and what comes back, apart. Collection and Empty return are always there, so that an empty one shows
 * that nothing was forgotten; what comes back full or damaged has a section only when there is some.
 */
export function slipSectionsOf({ items }: DistributionSlipSnapshot): SlipSection[] {
  const back = items.filter(({ direction }) => direction === 'IN');
  const other = back.filter(({ condition }) => condition !== 'EMPTY');
  return [
    { heading: distributionText.collection, items: items.filter(({ direction }) => direction === 'OUT') },
    { heading: distributionText.emptyReturn, items: back.filter(({ condition }) => condition === 'EMPTY') },
    ...(other.length === 0 ? [] : [{ heading: distributionText.otherReturn, items: other }]),
  ];
}
