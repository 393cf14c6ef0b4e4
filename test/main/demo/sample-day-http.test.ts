import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDirectory } from '../../../src/main/demo/directory.ts';
import { keySlips } from '../../../src/main/demo/key-slips.ts';
import { type HttpServer, startHttpServer } from '../../../src/main/transport/http/server.ts';
import { callOverHttp } from '../../helpers/call-over-http.ts';
import { type Call, openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';
import { expectedSampleDay, readSampleDay } from '../../helpers/sample-day.ts';
import { importSample, sampleFiles, sampleSlips } from '../../helpers/sample-folder.ts';

const PASSWORD = 'correct horse';

let depot: TestConsole;
let server: HttpServer;
beforeEach(async () => {
  // Today's real day: an integrator cannot set the clock.
  depot = await openTestConsole(undefined, new Date());
  const options = { host: '127.0.0.1', port: 0, rendererDir: 'none', docsDir: 'none' };
  server = await startHttpServer({ ...options, dispatch: depot.dispatch });
});
afterEach(async () => {
  await server.stop();
  await depot.remove();
});

/** A program of its own with a bearer token of its own. */
function integrator(): Call {
  const call = callOverHttp(server.url);
  // Answers are checked against the contract in transport/contract.test.ts.
  return (verb, input) => call(verb, input as never) as never;
}

describe('the sample day, keyed over HTTP by an integrator', () => {
  test('leaves the books as expected.json says', async () => {
    const admin = integrator();
    const { name, address, postalCode, uen, gstNumber } = JSON.parse(sampleFiles()['company.json'] ?? '') as Company;
    await admin('setup.create', {
      company: { name, address, postalCode, uen, gstNumber },
      siteCode: 'KB1',
      depot: { code: 'HSHKB', name: 'HSH Kaki Bukit', address: '8 Sample Link, Singapore 416180' },
      admin: { username: 'admin', fullName: 'Depot Administrator', employeeId: 'E001', password: PASSWORD },
    });
    await admin('session.login', { username: 'admin', password: PASSWORD });
    const passwords = await importSample(admin);
    expect(passwords.has('admin')).toBe(false);

    const supervisor = integrator();
    await supervisor('session.login', { username: 'super1', password: passwords.get('super1') ?? '' });
    await admin('settings.update', { security: { backdateDays: 36_500 } });
    const sales = await keySlips(sampleSlips(), {
      directory: await readDirectory(admin),
      clerks: [supervisor, admin],
      businessDate: '2026-01-20',
    });

    expect(await readSampleDay(admin, sales)).toEqual(expectedSampleDay());
  });
});

interface Company {
  name: string;
  address: string;
  postalCode: string;
  uen: string;
  gstNumber: string;
}
