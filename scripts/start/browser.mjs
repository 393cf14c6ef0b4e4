import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { outDir, projectRoot } from '../setup/paths.mjs';
import { follow } from '../setup/child.mjs';

/**
 * Runs host 2 and, once it is ready, says where and opens the default browser there if the machine has one.
 *
 * @param {readonly string[]} args for host 2
 * @returns {Promise<number>} its exit code
 */
export function openInBrowser(args) {
  const host = spawn(process.execPath, [path.join(outDir, 'main/serve.js'), ...args], {
    cwd: projectRoot,
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  createInterface({ input: host.stdout }).on('line', (line) => {
    const url = readyUrl(line);
    if (url === null) {
      console.log(line);
      return;
    }
    console.log(`The console is open at ${url} (Ctrl-C closes it).`);
    openBrowser(url);
  });
  return follow(host);
}

/**
 * @param {string} line
 * @returns {string | null}
 */
function readyUrl(line) {
  try {
    const { ready, url } = JSON.parse(line);
    return ready === true && typeof url === 'string' ? url : null;
  } catch {
    return null;
  }
}

/**
 * Never fails: the address has been printed, a browser is a convenience.
 *
 * @param {string} url
 */
function openBrowser(url) {
  const opener = openerFor(url);
  if (opener === null) return;
  const [command, ...args] = opener;
  spawn(command, args, { stdio: 'ignore', detached: true })
    .once('error', () => {})
    .unref();
}

/**
 * @param {string} url
 * @returns {[string, ...string[]] | null}
 */
function openerFor(url) {
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  if (process.platform === 'darwin') return ['open', url];
  return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open', url] : null;
}
