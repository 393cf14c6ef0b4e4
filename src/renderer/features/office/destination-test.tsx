import { Alert, Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { WireInput, WireOutput } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import { type ApiProblem, problemOf } from '../../api-problem.ts';
import { t } from '../../texts/index.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** Tries what stands on the form, saved or not, and says what the other end said. */
export function DestinationTest({ question }: { question: WireInput<'exports.test'> }) {
  const [isTrying, setTrying] = useState(false);
  const [answer, setAnswer] = useState<WireOutput<'exports.test'> | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const run = async () => {
    setTrying(true);
    setAnswer(null);
    setProblem(null);
    try {
      setAnswer(await call('exports.test', question));
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setTrying(false);
    }
  };
  return (
    <>
      <div>
        <Button variant="light" loading={isTrying} onClick={() => void run()} data-enter-stop>
          {t.destination.test}
        </Button>
      </div>
      {isTrying && (
        <Alert color="gray" variant="light" icon={<Loader size={16} />} role="status">
          {t.destination.testing}
        </Alert>
      )}
      {answer && (
        <Alert
          color={answer.ok ? 'petrol' : 'red'}
          variant="light"
          icon={answer.ok ? <IconCheck size={18} /> : <IconAlertTriangle size={18} />}
          title={answer.ok ? t.destination.works : t.destination.fails}
          role={answer.ok ? 'status' : 'alert'}
        >
          {answer.words}
        </Alert>
      )}
      <ProblemNote problem={problem} />
    </>
  );
}
