import process from 'node:process';
import { main } from './main.ts';

// At the top of a module: vite serves imports only until the module it was asked for has run.
await main(process.argv.slice(2));
