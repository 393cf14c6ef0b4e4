import path from 'node:path';
import process from 'node:process';
import { environment, runAndFollow } from './child.mjs';
import { SetupError } from './error.mjs';

/**
 * Runs npm to its end or throws. Its words go to stderr: stdout belongs to the task.
 *
 * @param {readonly string[]} args
 * @param {{ cwd: string, node: string }} where `node` is the Node npm runs on
 */
export async function npm(args, { cwd, node }) {
  const cli = process.env['npm_execpath'];
  const env = environment(path.dirname(node));
  /** @type {import('node:child_process').SpawnOptions} */
  const options = { cwd, env, stdio: ['inherit', 2, 2] };
  // The npm that started us, by its script: no shell, no guessing where Windows keeps npm.cmd.
  const code =
    cli !== undefined && /\.c?js$/.test(cli)
      ? await runAndFollow(node, [cli, ...args], options)
      : await runAndFollow('npm', args, { ...options, shell: process.platform === 'win32' });
  if (code !== 0) throw new SetupError(`npm ${args[0]} failed (exit code ${code}); its reason is above.`);
}
