import { Button, Stack } from '@mantine/core';
import type { ApiProblem } from '../../api-problem.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import type { SlipTotals } from './slip-draft.ts';

interface Props {
  totals: SlipTotals;
  problem: ApiProblem | null;
  canReview: boolean;
  isSaving: boolean;
  onReview: () => void;
}

/** The totals as they grow, and the way on. */
export function SlipSide({ totals, problem, canReview, isSaving, onReview }: Props) {
  const { collection, emptyReturn, otherReturn } = totals;
  return (
    <Stack>
      <Panel title={t.words.total}>
        <Facts
          facts={[
            { label: t.distribution.collection, value: formatCount(collection), tone: 'strong' },
            { label: t.distribution.emptyReturn, value: formatCount(emptyReturn), tone: 'strong' },
            otherReturn > 0 && { label: t.distribution.otherReturn, value: formatCount(otherReturn) },
          ]}
        />
      </Panel>
      <ProblemNote problem={problem} />
      <Button
        fullWidth
        onClick={onReview}
        loading={isSaving}
        disabled={!canReview}
        rightSection={<KeyHint>F9</KeyHint>}
      >
        {t.distribution.review}
      </Button>
    </Stack>
  );
}
