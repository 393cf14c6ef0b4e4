// The entry of `npm run screenshots`: vite loads the sources as the tests do (documents are TSX, which Node cannot read).
import { runnerImport } from 'vite';

await runnerImport('./test/screens/entry.ts', { configFile: false });
