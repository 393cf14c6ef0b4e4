import { Button, Group, Input, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { t } from '../../texts/index.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ImportResult } from './import-result.tsx';
import classes from './imports.module.css';
import { useImport } from './use-import.ts';

interface Props {
  /** All of it is in the books. */
  onImported: () => void;
}

/** Choose a folder's files; they are checked at once, and only what is right as a whole can be imported. */
export function ImportPanel({ onImported }: Props) {
  const { chosen, checked, imported, choose, bringIn, isRunning, problem } = useImport(onImported);
  const inputId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const names = Object.keys(chosen?.texts ?? {});
  const isRight = checked !== null && checked.problems.length === 0;
  const hasNews = isRight && Object.values(checked.created).some((count) => count > 0);
  useEffect(() => {
    if (hasNews) button.current?.focus();
  }, [hasNews]);

  if (imported !== null) return <ImportResult result={imported} />;
  return (
    <Stack>
      <Group align="flex-end" gap="md">
        <Input.Wrapper label={t.imports.choose} id={inputId} description={t.imports.chooseHint}>
          <input
            id={inputId}
            className={classes.files}
            type="file"
            multiple
            accept=".csv,.json"
            autoFocus
            // Mended files have the names they had before, and the same choice again would be no change.
            onClick={(event) => (event.currentTarget.value = '')}
            onChange={(event) => void choose([...(event.currentTarget.files ?? [])])}
          />
        </Input.Wrapper>
        {hasNews && (
          <Button ref={button} onClick={() => void bringIn()} loading={isRunning}>
            {t.imports.run}
          </Button>
        )}
      </Group>
      {chosen !== null && (
        <Text size="sm" c="dimmed">
          {names.join(', ')}
          {chosen.ignored.length > 0 && ` — ${t.imports.ignored(chosen.ignored.join(', '))}`}
        </Text>
      )}
      {isRunning && checked === null && (
        <Group gap="sm" role="status">
          <Loader size={16} aria-hidden />
          <Text size="sm">{t.imports.checking}</Text>
        </Group>
      )}
      <ProblemNote problem={problem} />
      {checked && <ImportResult result={checked} isPlanned />}
    </Stack>
  );
}
