import type { DepotConsole } from '../console.ts';
import { StartError } from '../db/start-error.ts';
import { callAsOperator, CallRefused } from './call-console.ts';
import { folderFiles } from './folder-files.ts';
import { HELP, type ImportOptions, parseImportOptions } from './import-options.ts';
import { problemLines, reportOf } from './import-report.ts';

export interface ImportParts {
  open: (dataDir: string) => Promise<Pick<DepotConsole, 'dispatch' | 'close'>>;
  out: (text: string) => void;
  err: (text: string) => void;
}

/** `npm run import`: one folder into the books. @returns the exit code */
export async function runImport(args: string[], parts: ImportParts): Promise<number> {
  try {
    const options = parseImportOptions(args);
    if (options === null) {
      parts.out(HELP);
      return 0;
    }
    return await importFolder(options, parts);
  } catch (error) {
    if (!(error instanceof StartError || error instanceof CallRefused)) throw error;
    parts.err(`${error.message}\n`);
    return 1;
  }
}

async function importFolder({ folder, dataDir }: ImportOptions, { open, out, err }: ImportParts): Promise<number> {
  const files = await folderFiles(folder);
  const console = await open(dataDir);
  try {
    const call = callAsOperator(console.dispatch, 'import');
    const preview = await call('imports.run', { files, dryRun: true });
    if (preview.problems.length > 0) {
      err(problemLines(preview));
      return 1;
    }
    out(reportOf(await call('imports.run', { files })));
    return 0;
  } finally {
    await console.close();
  }
}
