// The one way in: `node scripts/run.mjs <task> [arguments]`, behind every npm script.
//
// It sets up what the task needs (packages, build), saying so in one line each, then hands over to the project's own
// Node. Plain JavaScript without dependencies, because on a fresh machine it runs before `npm ci`, on whatever Node ≥18
// the machine has. It writes to stderr only: stdout belongs to the task (`serve` prints one JSON line there).

import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ensureBuilt } from './setup/build.mjs';
import { runAndFollow } from './setup/child.mjs';
import { SetupError } from './setup/error.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { findNode } from './setup/node.mjs';
import { projectRoot } from './setup/paths.mjs';
import { TASKS } from './setup/tasks.mjs';

const [name = '', ...args] = process.argv.slice(2);
const task = TASKS[name];

try {
  if (task === undefined) throw new SetupError(`No task "${name}". There are: ${Object.keys(TASKS).join(', ')}.`);
  await ensureInstalled();
  if (task.needsBuild) await ensureBuilt({ force: name === 'build' });
  if (task.script !== undefined) {
    if (!fs.existsSync(path.join(projectRoot, task.script))) throw new SetupError(`There is no ${task.script} yet.`);
    process.exitCode = await runAndFollow(findNode(), [task.script, ...(task.args ?? []), ...args], {
      cwd: projectRoot,
    });
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
