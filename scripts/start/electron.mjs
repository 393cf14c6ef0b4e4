import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { spawn } from 'node:child_process';
import { withSetupLock } from '../setup/lock.mjs';
import { nodeModules, outDir } from '../setup/paths.mjs';

const DOWNLOAD_LIMIT_MS = 10 * 60_000;
/** Without this, every start on a machine without that way to the internet would wait for the same failure. */
const TRY_AGAIN_AFTER_MS = 24 * 60 * 60_000;

const packageDir = path.join(nodeModules, 'electron');
const failureNote = path.join(outDir, '.electron-download-failed');

/**
 * Electron's executable, downloaded on first use by its own package (about 115 MB), or why there is none to use.
 *
 * @returns {Promise<{ executable: string } | { missing: string }>}
 */
export async function findElectron() {
  const obstacle = whyNoWindow();
  if (obstacle !== null) return { missing: obstacle };
  const executable = installed() ?? (await withSetupLock(async () => installed() ?? (await download())));
  return executable === null ? { missing: `Electron could not be downloaded: ${readNote()?.reason}` } : { executable };
}

function whyNoWindow() {
  if (process.platform !== 'linux') return null;
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'there is no display';
  if (process.getuid?.() === 0) return 'Electron does not run as root';
  return null;
}

/** What electron/index.js looks at, without its side effect of downloading. */
function installed() {
  try {
    const executable = path.join(packageDir, 'dist', fs.readFileSync(path.join(packageDir, 'path.txt'), 'utf8'));
    return fs.existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}

async function download() {
  const version = electronVersion();
  const note = readNote();
  if (note?.version === version && Date.now() - note.at < TRY_AGAIN_AFTER_MS) return null;
  console.error('Downloading Electron (about 115 MB, once) …');
  const reason = await runInstaller();
  const executable = installed();
  if (executable === null) {
    fs.writeFileSync(
      failureNote,
      JSON.stringify({ version, at: Date.now(), reason: reason ?? 'nothing was unpacked' }),
    );
  } else {
    fs.rmSync(failureNote, { force: true });
  }
  return executable;
}

/** @returns {{ version: string, at: number, reason: string } | null} */
function readNote() {
  try {
    return JSON.parse(fs.readFileSync(failureNote, 'utf8'));
  } catch {
    return null;
  }
}

function electronVersion() {
  return String(createRequire(import.meta.url)(path.join(packageDir, 'package.json')).version);
}

/** @returns {Promise<string | null>} why it failed, in one line, or null */
function runInstaller() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(packageDir, 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: DOWNLOAD_LIMIT_MS,
    });
    let words = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (words += text));
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => {
      if (code === 0) resolve(null);
      else resolve(signal === null ? (words.trim().split('\n')[0] ?? `exit code ${code}`) : 'it took too long');
    });
  });
}
