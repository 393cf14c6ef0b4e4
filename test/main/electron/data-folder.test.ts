import { expect, it } from 'vitest';
import { dataFolder } from '../../../src/main/electron/data-folder.ts';

it('keeps the books where every Windows user of the depot’s PC finds them', () => {
  const env = { ProgramData: String.raw`C:\ProgramData` };
  expect(dataFolder('win32', env, 'C:\\Users\\mei')).toBe(String.raw`C:\ProgramData\Depot Console`);
});

it('keeps them in the user’s folder elsewhere', () => {
  expect(dataFolder('linux', {}, '/home/mei/.config/depot')).toBe('/home/mei/.config/depot');
});
