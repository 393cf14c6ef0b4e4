import { existsSync } from 'node:fs';
import path from 'node:path';
import { MachineError } from '../../shared/errors.ts';
import { unpackChromium } from './unpack-chromium.ts';

/** No browser to draw documents with; the message tells the person what to install or set. */
export class NoChromiumError extends MachineError {
  override name = 'NoChromiumError';
}

export interface ChromiumProgram {
  path: string;
  /** Whether it can start its own sandbox; the packed build brings none. */
  sandbox: boolean;
}

/**
 * The browser to draw documents with: the one named by `DEPOT_CHROMIUM`, else an installed Chrome, Edge or Chromium,
 * else the one packed in the development package @sparticuz/chromium (Linux only).
 *
 * @throws NoChromiumError when there is none.
 */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<ChromiumProgram> {
  const chosen = env['DEPOT_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return { path: chosen, sandbox: true };
    throw new NoChromiumError(
      `DEPOT_CHROMIUM names ${chosen}, where there is no program. ` +
        'Set it to the full path of Chrome, Edge or Chromium, or remove it.',
    );
  }
  const installed = installedChromiumPaths(process.platform, env).find((candidate) => existsSync(candidate));
  if (installed !== undefined) return { path: installed, sandbox: true };
  const unpacked = await unpackChromium();
  if (unpacked !== null) return { path: unpacked, sandbox: false };
  throw new NoChromiumError(
    'Documents cannot be drawn: no Chrome, Edge or Chromium was found. ' +
      'Install one of them, or set DEPOT_CHROMIUM to the full path of its program.',
  );
}

/** Where a browser is usually installed, best first. */
export function installedChromiumPaths(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return programs.flatMap((program) =>
      roots.filter((root) => root !== undefined).map((root) => path.win32.join(root, program)),
    );
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  return ['chromium', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium-browser'].map(
    (name) => `/usr/bin/${name}`,
  );
}
