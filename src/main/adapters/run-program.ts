import { execFile } from 'node:child_process';

export type ProgramEnd =
  | { ended: 'by itself'; code: number; stdout: string; stderr: string }
  /** There is no such program, or it may not be run. */
  | { ended: 'never started' }
  /** It took too long, or was killed: what it had done by then is not known. */
  | { ended: 'killed' };

/** Runs a program to its end, without a shell: each argument arrives as it is, whatever is in it. Never throws. */
export type RunProgram = (
  file: string,
  args: readonly string[],
  options: { env: NodeJS.ProcessEnv; timeoutMs: number },
) => Promise<ProgramEnd>;

export const runProgram: RunProgram = (file, args, { env, timeoutMs }) =>
  new Promise((resolve) => {
    const options = {
      env,
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      windowsHide: true,
      maxBuffer: 16_777_216,
    } as const;
    const child = execFile(file, [...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ ended: 'by itself', code: 0, stdout, stderr });
      else if (typeof error.code === 'number') resolve({ ended: 'by itself', code: error.code, stdout, stderr });
      else resolve({ ended: child.pid === undefined ? 'never started' : 'killed' });
    });
    // Nothing is typed in: whoever asks for a password gets none, and ends.
    child.stdin?.on('error', () => undefined).end();
  });
