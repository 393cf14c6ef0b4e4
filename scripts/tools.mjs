import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { nodeModules, projectRoot } from './setup/paths.mjs';

/**
 * @typedef {object} Tool
 * @property {string} name what it checks, for the line it gets
 * @property {string} bin its script inside node_modules: run by our Node, because Windows' .cmd shims need a shell
 * @property {string[]} args
 */

/** @type {Tool[]} */
export const STATIC_CHECKS = [
  { name: 'format', bin: 'oxfmt/bin/oxfmt', args: ['--list-different'] },
  { name: 'lint', bin: 'oxlint/bin/oxlint', args: ['--format=stylish'] },
  { name: 'types', bin: 'typescript/bin/tsc', args: ['--project', '.', '--pretty'] },
  { name: 'types of scripts', bin: 'typescript/bin/tsc', args: ['--project', 'scripts', '--pretty'] },
];

/**
 * Runs the static checks side by side and prints one line for each, with the tool's words only where it complains.
 *
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runStaticChecks() {
  const results = await Promise.all(
    STATIC_CHECKS.map(async (tool) => {
      const { code, output } = await capture(tool);
      console.log(`${code === 0 ? '✓' : '✗'} ${tool.name}${code === 0 ? '' : `\n${output.trimEnd()}`}`);
      return code === 0;
    }),
  );
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

/**
 * @param {Tool} tool
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function capture({ bin, args }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(nodeModules, bin), ...args], { cwd: projectRoot });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
