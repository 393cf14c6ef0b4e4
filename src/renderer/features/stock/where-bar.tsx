import type { CSSProperties } from 'react';
import { Link } from 'wouter';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { MOVEMENTS, showMovements } from './movement-filter.ts';
import classes from './where.module.css';
import { percentText, type WhereGroup, type WhereSegment } from './where-groups.ts';

interface Props {
  equipmentId: number;
  name: string;
  segments: readonly WhereSegment[];
}

/** All of an equipment as one bar, place by place; each piece opens the movements it is made of. */
export function WhereBar({ equipmentId, name, segments }: Props) {
  const groups = [...Map.groupBy(segments, ({ group }) => group)];
  return (
    <div className={classes.bar} role="group" aria-label={t.where.bar(name)}>
      {groups.map(([group, parts]) => (
        <div key={group.key} className={classes.group} style={grow(total(parts))}>
          <div className={classes.head} aria-hidden>
            <span className={classes.name}>{group.name}</span>
            <span className={classes.sum}>{formatCount(total(parts))}</span>
          </div>
          <div className={classes.parts}>
            {parts.map((segment) => (
              <Link
                key={segment.condition}
                href={MOVEMENTS}
                onClick={showMovements({ equipmentId, place: group.place, condition: segment.condition })}
                className={classes.part}
                data-condition={segment.condition}
                data-place={group.place.entity}
                style={grow(segment.quantity)}
                aria-label={said(group, segment)}
                title={said(group, segment)}
              />
            ))}
          </div>
          <div className={classes.foot} aria-hidden>
            {parts.map(({ condition, quantity }) => (
              <span key={condition} className={classes.what} style={grow(quantity)}>
                <span>{t.conditions[condition]}</span>
              </span>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function said(group: WhereGroup, { condition, quantity, share }: WhereSegment): string {
  const state = condition === 'ON_SITE' ? '' : `, ${t.conditions[condition].toLowerCase()}`;
  return t.where.segment(group.name, state, formatCount(quantity), percentText(share));
}

function total(parts: readonly WhereSegment[]): number {
  return parts.reduce((sum, { quantity }) => sum + quantity, 0);
}

function grow(quantity: number): CSSProperties {
  return { flexGrow: quantity };
}
