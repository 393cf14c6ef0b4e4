import { Button } from '@mantine/core';
import { ApiProblem, detailsOf } from '../../api-problem.ts';
import { t } from '../../texts/index.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { shortageText } from '../stock/shortage.ts';
import { useEquipment } from '../../data/catalogue.ts';

interface Props {
  problem: ApiProblem | null;
  onConfirmAnyway: () => void;
}

/** Why a slip could not be confirmed. A truck that is short on paper only may be overruled (domain.md, "Stock"). */
export function SlipProblem({ problem, onConfirmAnyway }: Props) {
  const { byId } = useEquipment();
  const short = detailsOf(problem, 'INSUFFICIENT_STOCK');
  if (problem === null || short === null) return <ProblemNote problem={problem} />;
  const name = byId.get(short.equipmentId)?.name ?? '';
  const said = new ApiProblem({ code: problem.code, message: `${name}: ${shortageText(short)}` });
  const isTruck = short.location === 'TRUCK';
  return (
    <ProblemNote
      problem={said}
      action={
        isTruck && (
          <Button size="compact-sm" variant="light" color="red" mt="xs" onClick={onConfirmAnyway}>
            {t.distribution.confirmAnyway}
          </Button>
        )
      }
    />
  );
}
