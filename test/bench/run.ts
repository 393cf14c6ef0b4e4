// The entry of `npm run bench`: vite loads the sources as the tests do (documents are TSX, which Node alone cannot read).
import process from 'node:process';
import { runnerImport } from 'vite';

process.env['NODE_ENV'] = 'production';
await runnerImport('./test/bench/entry.ts', { configFile: false });
