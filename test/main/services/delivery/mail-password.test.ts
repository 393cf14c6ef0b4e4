import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAIL } from '../../../helpers/delivery-settings.ts';
import { everythingKept } from '../../../helpers/everything-kept.ts';
import { hastyMailer } from '../../../helpers/hasty-mailer.ts';
import { type EdgeCase, openEdgeCase, problemOf } from '../../../helpers/open-edge-case.ts';
import { requestId, type TestConsole } from '../../../helpers/open-test-console.ts';
import { openRudeServer } from '../../../helpers/open-rude-server.ts';
import { ask, codeOf, tokensOf } from '../../transport/dispatcher-calls.ts';

/** No digit of it can be there by chance. */
const PASSWORD = 'mailPassw0rd-Kv93-gehe1m';
const USER = 'billing@hsh.example';
const base64 = (text: string) => Buffer.from(text).toString('base64');
/** As it goes over the line. */
const SIGN_IN = base64(`\0${USER}\0${PASSWORD}`);
const SECRETS = [PASSWORD, base64(PASSWORD), Buffer.from(PASSWORD).toString('base64url'), SIGN_IN];

let edge: EdgeCase;
beforeEach(async () => {
  edge = await openEdgeCase();
});
afterEach(() => edge.console.remove());

const found = (text: string) => SECRETS.filter((secret) => text.includes(secret));

/** The real mailer in place of the fake one. */
function sendForReal({ letterbox }: TestConsole): void {
  const mailer = hastyMailer();
  letterbox.outcome = (mail) => {
    const server = letterbox.letters.at(-1)?.server;
    if (server === undefined) throw new Error('nothing was sent');
    return mailer.send(server, mail);
  };
}

test('the mail server’s password is kept sealed, used, and told to nobody but the server', async () => {
  const { admin, console } = edge;
  const said = `535 5.7.8 No: ${PASSWORD} ${SIGN_IN}`;
  const { at, heard } = await openRudeServer({ AUTH: said });
  sendForReal(console);
  const { host, port, security } = at;
  await admin('settings.update', { mail: { ...MAIL, host, port, security, user: USER } });
  expect(await admin('mail.setPassword', { password: PASSWORD, requestId: requestId() })).toEqual({
    hasPassword: true,
  });
  const { invoice } = await edge.sell([edge.deliver(1)]);
  const told = [
    await admin('mail.test', { to: 'boss@hsh.example', requestId: requestId() }),
    await admin('invoices.email', { id: invoice?.id ?? 0, to: 'k@example.com' }),
  ];
  expect(told).toMatchObject([{ status: 'failed' }, { status: 'failed' }]);
  expect(told[0]?.reason).toMatch(/^The mail server does not accept the user name or password: 535 5\.7\.8 No: /);
  expect(heard).toContain(`AUTH PLAIN ${SIGN_IN}`);

  const clerk = await edge.addUser('COUNTER', 'clerk1');
  expect((await problemOf(clerk.call('mail.setPassword', { password: PASSWORD }))).code).toBe('FORBIDDEN');
  const { access: token } = await tokensOf(console, 'admin', 'correct horse');
  const wrong = [
    await codeOf(ask(console, 'mail.setPassword', { password: [PASSWORD] }, { token })),
    await codeOf(ask(console, 'mail.setPassword', { password: PASSWORD, passwort: PASSWORD }, { token })),
    await codeOf(ask(console, 'mail.setPassword', { password: PASSWORD.padEnd(501, '!') }, { token })),
    await codeOf(ask(console, 'settings.update', { mail: { password: PASSWORD } }, { token })),
  ];
  expect(wrong).toEqual(wrong.map(() => 'VALIDATION'));

  const answers = [
    told,
    await admin('settings.get', {}),
    await admin('mail.status', {}),
    await admin('jobs.list', {}),
    await admin('audit.list', { limit: 200 }),
    await admin('system.health', {}),
  ];
  expect(found(JSON.stringify(answers))).toEqual([]);
  await console.close();
  const kept = everythingKept(console.dataDir);
  expect(found(kept)).toEqual([]);
  expect(kept).toContain('box1.');
  expect(kept).toContain('mail.setPassword:refused');
});

describe('a password that was kept', () => {
  const passwords = ({ letterbox }: TestConsole) => letterbox.letters.map(({ server }) => server.password);
  const to = 'boss@hsh.example';

  beforeEach(async () => {
    await edge.admin('settings.update', { mail: { ...MAIL, user: USER } });
    await edge.admin('mail.setPassword', { password: PASSWORD });
  });

  test('is there again after a restart, is replaced by another, and forgotten', async () => {
    edge.console = await edge.console.reopen();
    const admin = await edge.console.signIn('admin', 'correct horse');
    await admin('mail.test', { to });
    await admin('mail.setPassword', { password: 'another' });
    await admin('mail.test', { to });
    expect(await admin('mail.setPassword', { password: null })).toEqual({ hasPassword: false });
    await admin('mail.test', { to });
    expect(passwords(edge.console)).toEqual([PASSWORD, 'another', null]);
    const { items } = await admin('audit.list', { action: 'mail.setPassword' });
    expect(items.map(({ after }) => after)).toEqual([
      { hasPassword: false },
      { hasPassword: true },
      { hasPassword: true },
    ]);
  });

  test('without the key it was sealed with is asked for again, and no letter goes out', async () => {
    await edge.console.close();
    rmSync(path.join(edge.console.dataDir, 'keys', 'secrets.key'));
    edge.console = await edge.console.reopen();
    const admin = await edge.console.signIn('admin', 'correct horse');
    expect(await admin('mail.status', {})).toEqual({ hasPassword: true });
    expect(await admin('mail.test', { to })).toMatchObject({
      status: 'failed',
      reason: 'The mail password cannot be read any more: enter it again in Settings → Mail.',
    });
    await admin('mail.setPassword', { password: PASSWORD });
    await admin('mail.test', { to });
    expect(passwords(edge.console)).toEqual([PASSWORD]);
  });
});
