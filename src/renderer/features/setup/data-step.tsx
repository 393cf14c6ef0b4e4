import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { useCommand } from '../../data/use-command.ts';
import { t } from '../../texts/index.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ImportPanel } from '../imports/import-panel.tsx';
import { ImportResult } from '../imports/import-result.tsx';

const SOURCES = [
  { value: 'files', label: t.setup.fromFiles },
  { value: 'sample', label: t.setup.fromSample },
  { value: 'nothing', label: t.setup.fromNothing },
] as const;
type Source = (typeof SOURCES)[number]['value'];

interface Props {
  isDone: boolean;
  onDone: () => void;
}

/** What the depot begins with: its own lists, made-up ones, or nothing yet. */
export function DataStep({ isDone, onDone }: Props) {
  const [source, setSource] = useState<Source>('files');
  return (
    <Panel p="lg">
      <Stack>
        {!isDone && <ChoiceChips label={t.setup.sources} choices={SOURCES} value={source} onChange={setSource} />}
        {source === 'files' && <ImportPanel onImported={onDone} />}
        {source === 'sample' && <Sample onDone={onDone} />}
        {source === 'nothing' && <Text size="sm">{t.setup.emptyHint}</Text>}
      </Stack>
    </Panel>
  );
}

function Sample({ onDone }: { onDone: () => void }) {
  const [result, setResult] = useState<WireOutput<'imports.sample'> | null>(null);
  const bring = useCommand('imports.sample');
  const run = async () => {
    const brought = bring.isRunning ? null : await bring.run({});
    if (brought === null) return;
    setResult(brought);
    onDone();
  };
  if (result !== null) return <ImportResult result={result} />;
  return (
    <>
      <Text size="sm">{t.setup.sampleHint}</Text>
      <ProblemNote problem={bring.problem} />
      <Group>
        <Button onClick={() => void run()} loading={bring.isRunning}>
          {t.setup.bringSample}
        </Button>
      </Group>
    </>
  );
}
