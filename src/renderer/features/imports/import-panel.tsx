import { Button, Group, Input, Stack, Text } from '@mantine/core';
import { useId, useState } from 'react';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { useCommand } from '../../data/use-command.ts';
import { t } from '../../texts/index.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ImportResult } from './import-result.tsx';
import { type ChosenFiles, readFiles } from './read-files.ts';
import classes from './imports.module.css';

interface Props {
  onDone: () => void;
  /** On the first run the lists may come later. */
  onSkip?: () => void;
}

/** Choose a folder's files, import them, see what was wrong or what came of it. */
export function ImportPanel({ onDone, onSkip }: Props) {
  const [chosen, setChosen] = useState<ChosenFiles | null>(null);
  const [result, setResult] = useState<WireOutput<'imports.run'> | null>(null);
  const run = useCommand('imports.run');
  const inputId = useId();
  const names = Object.keys(chosen?.texts ?? {});

  const choose = async (files: FileList | null) => {
    setResult(null);
    run.clear();
    setChosen(await readFiles([...(files ?? [])]));
  };
  const start = async () => {
    if (!chosen || run.isRunning) return;
    // A check first: it lists what is wrong, file and line, where an import would only refuse.
    const checked = await run.run({ files: chosen.texts, dryRun: true });
    const isClean = checked?.problems.length === 0;
    setResult(isClean ? await run.run({ files: chosen.texts }) : checked);
  };
  const isDone = result !== null && result.problems.length === 0;

  return (
    <Stack>
      <Group align="flex-end" gap="md">
        <Input.Wrapper label={t.imports.choose} id={inputId}>
          <input
            id={inputId}
            className={classes.files}
            type="file"
            multiple
            accept=".csv,.json"
            onChange={(event) => void choose(event.currentTarget.files)}
          />
        </Input.Wrapper>
        {!isDone && (
          <Button onClick={() => void start()} disabled={names.length === 0} loading={run.isRunning}>
            {t.imports.run}
          </Button>
        )}
        {!isDone && onSkip && (
          <Button variant="subtle" color="gray" onClick={onSkip}>
            {t.imports.skip}
          </Button>
        )}
      </Group>
      {names.length > 0 && (
        <Text size="sm" c="dimmed">
          {names.join(', ')}
          {chosen && chosen.ignored.length > 0 && ` — ${t.imports.ignored(chosen.ignored.join(', '))}`}
        </Text>
      )}
      <ProblemNote problem={run.problem} />
      {result && <ImportResult result={result} />}
      {isDone && (
        <Group>
          <Button onClick={onDone} autoFocus>
            {t.imports.goOn}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
