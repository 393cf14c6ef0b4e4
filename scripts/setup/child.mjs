import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { nodeModules } from './paths.mjs';

const PARENT_POLL_MS = 100;

/** The project's tools and its Node, found also when npm did not start us. */
const toolsDir = path.join(nodeModules, '.bin');

/**
 * Our environment with a folder of programs put first on the PATH.
 *
 * @param {string} bin
 */
export function environment(bin) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: `${bin}${path.delimiter}${process.env[name] ?? ''}` };
}

/**
 * Runs a program to its end on our own stdio, passing signals on.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options] stdio is inherited unless told otherwise
 * @returns {Promise<number>} its exit code; 128 + n when signal n ended it, as shells report it
 */
export function runAndFollow(command, args, options = {}) {
  return follow(spawn(command, args, { stdio: 'inherit', env: environment(toolsDir), ...options }));
}

/**
 * Stays with a child until it ends and passes signals on to it, so that stopping the npm script stops the program
 * cleanly.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} as {@link runAndFollow}
 */
export function follow(child) {
  return new Promise((resolve, reject) => {
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      // Ctrl-C in a terminal reaches the whole process group: a second copy would read as "stop at once".
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    };
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const stopWatching = watchNpm(() => child.kill('SIGTERM'));
    const settle = () => {
      stopWatching();
      for (const signal of signals) process.off(signal, forward);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('close', (code, signal) => {
      settle();
      resolve(code ?? 128 + (signal === null ? 0 : os.constants.signals[signal]));
    });
  });
}

/**
 * npm passes SIGTERM to the shell it started us in, and dash dies of it without telling us: the program would live on
 * with its data folder locked. The shell gone, we have a new parent.
 *
 * @param {() => void} onGone
 * @returns {() => void} ends the watch
 */
function watchNpm(onGone) {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return () => {};
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    onGone();
  }, PARENT_POLL_MS);
  return () => clearInterval(timer);
}
