import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'puppeteer-core';
import { PROFILE_PREFIX, removeDeadProfiles, removeProfile } from './chromium-profiles.ts';
import { findChromium } from './find-chromium.ts';

export interface RunningChromium {
  browser: Browser;
  /** Ends the browser, by force if it does not answer, and removes its profile. Never throws. */
  stop(): Promise<void>;
}

/**
 * Starts a headless browser that talks over a pipe, so that it ends when this process does, with a profile of its own
 * in the temp folder. Profiles that a killed host left behind are removed first.
 *
 * @throws NoChromiumError when there is no browser to start.
 */
export async function launchChromium(): Promise<RunningChromium> {
  const program = await findChromium();
  const { launch } = await import('puppeteer-core');
  await removeDeadProfiles(os.tmpdir());
  const profile = await mkdtemp(path.join(os.tmpdir(), `${PROFILE_PREFIX}${process.pid}-`));

  try {
    const browser = await launch({
      executablePath: program.path,
      userDataDir: profile,
      pipe: true,
      headless: 'shell',
      args: launchArguments(program.sandbox),
      // How the program ends is the host's business.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    return {
      browser,
      async stop() {
        const ended = hasEnded(browser);
        await Promise.race([browser.close().catch(() => undefined), delay(STOP_MS)]);
        browser.process()?.kill('SIGKILL');
        await ended;
        await removeProfile(profile);
      },
    };
  } catch (error) {
    await removeProfile(profile);
    throw error;
  }
}

const STOP_MS = 3000;

function hasEnded(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child === null || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

function launchArguments(sandbox: boolean): string[] {
  const root = process.getuid?.() === 0;
  return [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // No name is ever looked up; requests are refused in the page as well.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    // Letters are placed as on paper, not on the screen's pixels.
    '--font-render-hinting=none',
    // Chromium refuses to sandbox root, and the packed build has no sandbox; no script runs in it in any case.
    ...(sandbox && !root ? [] : ['--no-sandbox']),
  ];
}
