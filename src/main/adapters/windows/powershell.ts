import path from 'node:path';
import type { RunProgram } from '../run-program.ts';

/** Windows could not be asked: PowerShell is blocked, the spooler is stopped, or it took too long. */
export class SpoolerSilentError extends Error {
  override name = 'SpoolerSilentError';
}

const ANSWER_MS = 30_000;

/**
 * Runs a script that never changes, with what is asked as data beside it.
 *
 * @returns what the script answered.
 * @throws SpoolerSilentError
 */
export async function askPowerShell(
  run: RunProgram,
  env: NodeJS.ProcessEnv,
  script: string,
  asked: Readonly<Record<string, string | number>>,
): Promise<unknown> {
  const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', encodeCommand(script)];
  const end = await run(powerShellPath(env), args, {
    env: { ...env, DEPOT_ASKED: JSON.stringify(asked) },
    timeoutMs: ANSWER_MS,
  });
  if (end.ended !== 'by itself') throw new SpoolerSilentError(`PowerShell was ${end.ended}.`);
  if (end.code !== 0) throw new SpoolerSilentError(end.stderr.trim());
  try {
    return JSON.parse(Buffer.from(end.stdout.trim(), 'base64').toString('utf8'));
  } catch (error) {
    throw new SpoolerSilentError(`PowerShell answered “${end.stdout.trim()}”.`, { cause: error });
  }
}

/** The one that Windows brings, wherever the program was started from. */
export function powerShellPath(env: NodeJS.ProcessEnv): string {
  const windows = env['SystemRoot'] ?? String.raw`C:\Windows`;
  return path.win32.join(windows, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
}

/** As `-EncodedCommand` wants it: base64 of UTF-16. */
export function encodeCommand(script: string): string {
  return Buffer.from(script, 'utf16le').toString('base64');
}
