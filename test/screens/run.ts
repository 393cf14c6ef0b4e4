// The entry of `npm run screenshots`: vite loads the sources as the tests do (documents are TSX, which Node cannot read).
import process from 'node:process';
import { runnerImport } from 'vite';

const { module } = await runnerImport<typeof import('./main.ts')>('./test/screens/main.ts', { configFile: false });
await module.main(process.argv.slice(2));
