import { useRef, useState } from 'react';
import type { WireOutput } from '../../../shared/contract/index.ts';
import { useCommand } from '../../data/use-command.ts';
import { type ChosenFiles, readFiles } from './read-files.ts';

type Answer = WireOutput<'imports.run'>;

/** Files as they are chosen, what a check said of them, and what came of the import. */
export function useImport(onImported: () => void) {
  const [chosen, setChosen] = useState<ChosenFiles | null>(null);
  const [checked, setChecked] = useState<Answer | null>(null);
  const [imported, setImported] = useState<Answer | null>(null);
  const run = useCommand('imports.run');
  const choices = useRef(0);

  const choose = async (files: readonly File[]) => {
    choices.current += 1;
    const choice = choices.current;
    setChecked(null);
    run.clear();
    const read = await readFiles(files);
    if (choice !== choices.current) return;
    setChosen(read);
    if (Object.keys(read.texts).length === 0) return;
    const answer = await run.run({ files: read.texts, dryRun: true });
    // Other files may have been chosen meanwhile.
    if (choice === choices.current) setChecked(answer);
  };
  const bringIn = async () => {
    if (chosen === null || run.isRunning) return;
    const answer = await run.run({ files: chosen.texts });
    if (answer === null) return;
    setImported(answer);
    onImported();
  };
  return { chosen, checked, imported, choose, bringIn, isRunning: run.isRunning, problem: run.problem };
}
