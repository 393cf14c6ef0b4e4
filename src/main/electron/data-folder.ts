import path from 'node:path';

/**
 * Where the books live. On Windows under %ProgramData%: they belong to the depot, not to whoever signed in to Windows
 * first. Elsewhere (development) in Electron's own folder for the user.
 */
export function dataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, userData: string): string {
  const programData = env['ProgramData'];
  if (platform !== 'win32' || programData === undefined) return userData;
  return path.win32.join(programData, 'Depot Console');
}
