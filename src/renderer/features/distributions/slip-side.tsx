import { Button, Stack } from '@mantine/core';
import type { ApiProblem } from '../../api-problem.ts';
import { formatCount } from '../../format.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/facts.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SentAlreadyNote } from '../../ui/sent-already-note.tsx';
import { WaitingNote } from '../../ui/waiting-note.tsx';
import type { SlipTotals } from './slip-draft.ts';

interface Props {
  totals: SlipTotals;
  problem: ApiProblem | null;
  canReview: boolean;
  isSaving: boolean;
  isSentAlready: boolean;
  isWaiting: boolean;
  onStopWaiting: () => void;
  onStartOver: () => void;
  onAnother: () => void;
  onReview: () => void;
}

/** The totals as they grow, and the way on. */
export function SlipSide(props: Props) {
  const { totals, problem, canReview, isSaving, isSentAlready, isWaiting, onReview } = props;
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
      {isSentAlready ? (
        <SentAlreadyNote onStartOver={props.onStartOver} onAnother={props.onAnother} />
      ) : (
        <ProblemNote problem={isWaiting ? null : problem} />
      )}
      {isWaiting && <WaitingNote onStop={props.onStopWaiting} />}
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
