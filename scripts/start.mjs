// `npm start`: the console in its own window, or, where Electron cannot open one, in the browser through host 2.
// Arguments go to the host.

import process from 'node:process';
import { openInBrowser } from './start/browser.mjs';
import { findElectron } from './start/electron.mjs';
import { runAndFollow } from './setup/child.mjs';
import { projectRoot } from './setup/paths.mjs';

const args = process.argv.slice(2);
const electron = await findElectron();

if ('executable' in electron) {
  console.error('Opening the console …');
  process.exitCode = await runAndFollow(electron.executable, ['.', ...args], { cwd: projectRoot });
} else {
  console.error(`No desktop window (${electron.missing}): opening the console for a browser instead.`);
  process.exitCode = await openInBrowser(args);
}
