import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDirectory } from '../../../src/main/demo/directory.ts';
import { keySlips } from '../../../src/main/demo/key-slips.ts';
import { callAsOperator } from '../../../src/main/import/call-console.ts';
import { openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';
import { expectedSampleDay, readSampleDay } from '../../helpers/sample-day.ts';
import { importSample, sampleSlips } from '../../helpers/sample-folder.ts';

let console: TestConsole;
beforeEach(async () => {
  console = await openTestConsole();
});
afterEach(() => console.remove());

describe('the sample day, keyed by two counters', () => {
  test('leaves the books as expected.json says', async () => {
    const passwords = await importSample(callAsOperator(console.dispatch, 'test'));
    const signIn = (username: string) => console.signIn(username, passwords.get(username) ?? '');
    const admin = await signIn('admin');
    const directory = await readDirectory(admin);
    const sales = await keySlips(sampleSlips(), {
      directory,
      clerks: [await signIn('counter1'), await signIn('counter2')],
    });
    expect(await readSampleDay(admin, sales)).toEqual(expectedSampleDay());
  });
});
