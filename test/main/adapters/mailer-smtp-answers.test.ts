import { describe, expect, test } from 'vitest';
import { openMailer } from '../../../src/main/adapters/mailer-smtp.ts';
import type { MailServer } from '../../../src/main/adapters/mailer.ts';
import { openRudeServer } from '../../helpers/open-rude-server.ts';
import { openSmtpServer } from '../../helpers/open-smtp-server.ts';
import { LONG_LETTER, sampleLetter } from '../../helpers/sample-letter.ts';

const mailer = openMailer();
const PASSWORD = 'hunter2-geheim';
const signingIn = (at: MailServer) => ({ ...at, user: 'billing', password: PASSWORD });
const refusal = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

describe('a server that says no', () => {
  test.each([
    {
      what: 'that it is busy, instead of a greeting',
      rude: { greeting: '421 4.3.2 Too busy, try later' },
      reason: 'does not let us in: 421 4.3.2 Too busy, try later',
      retry: true,
    },
    {
      what: 'to this computer',
      rude: { greeting: '554 5.7.1 Your address is on a list' },
      reason: 'does not let us in: 554 5.7.1 Your address is on a list',
      retry: false,
    },
    {
      what: 'to the sender',
      rude: { MAIL: '550 5.7.1 Not your name' },
      reason: 'The mail server refuses letters from billing@hsh.example: 550 5.7.1 Not your name',
      retry: false,
    },
    {
      what: 'that one must sign in first',
      rude: { MAIL: '530 5.7.0 Authentication required' },
      reason: 'refuses letters from billing@hsh.example: 530 5.7.0 Authentication required',
      retry: false,
    },
    {
      what: 'to the recipient for now',
      rude: { RCPT: '450 4.2.1 Greylisted, come back' },
      reason: 'The mail server refuses kitchen@tan-seafood.example: 450 4.2.1 Greylisted, come back',
      retry: true,
    },
    {
      what: 'to the recipient for good, in several lines',
      rude: { RCPT: '550-5.1.1 No such person.\r\n550-5.1.1 See\r\n550 https://mail.example/help' },
      reason:
        'The mail server refuses kitchen@tan-seafood.example: 550 5.1.1 No such person. 5.1.1 See https://mail.example/help',
      retry: false,
    },
    {
      what: 'to any letter',
      rude: { DATA: '451 4.3.0 Disk full' },
      reason: 'The mail server refuses the letter: 451 4.3.0 Disk full',
      retry: true,
    },
    {
      what: 'to the letter, once it has it',
      rude: { end: '552 5.3.4 Message too big' },
      reason: 'The mail server refuses the letter: 552 5.3.4 Message too big',
      retry: false,
    },
    {
      what: 'that it closes, once it has the letter',
      rude: { end: '421 4.4.2 Closing' },
      reason: 'The mail server refuses the letter: 421 4.4.2 Closing',
      retry: true,
    },
  ])('$what', async ({ rude, reason, retry }) => {
    const { at } = await openRudeServer(rude);
    const outcome = await mailer.send(at, sampleLetter());
    expect(outcome).toEqual({ state: 'failed', reason: expect.stringContaining(reason) as string, retry });
    expect(JSON.stringify(outcome)).not.toMatch(/\\[rn]/);
  });

  test('says it the same way when it is a real one', async () => {
    const { at, letters } = await openSmtpServer('none', {
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('nobody') ? refusal(550, 'No such person') : null),
    });
    expect(await mailer.send(at, sampleLetter({ to: 'nobody@tan.example' }))).toEqual({
      state: 'failed',
      reason: 'The mail server refuses nobody@tan.example: 550 No such person',
      retry: false,
    });
    expect(letters).toEqual([]);
  });

  test('about a letter that one of two may have, the recipient’s answer counts', async () => {
    const answers: Record<string, number> = { 'later@tan.example': 450, 'never@tan.example': 550 };
    const { at, letters } = await openSmtpServer('none', {
      onRcptTo({ address }, _session, done) {
        const code = answers[address];
        done(code === undefined ? null : refusal(code, `Refused ${address}`));
      },
    });
    const send = (to: string, bcc: string) => mailer.send(at, sampleLetter({ to, bcc }));
    const [copyRefused, recipientRefused, bothRefused, recipientLater] = await Promise.all([
      send('kitchen@tan.example', 'never@tan.example'),
      send('never@tan.example', 'archive@hsh.example'),
      send('never@tan.example', 'later@tan.example'),
      send('later@tan.example', 'never@tan.example'),
    ]);
    expect(copyRefused).toEqual({
      state: 'accepted',
      response: expect.stringMatching(
        /^250 .*\(but no copy to never@tan\.example: 550 Refused never@tan\.example\)$/,
      ) as string,
    });
    const never = 'The mail server refuses never@tan.example: 550 Refused never@tan.example';
    expect(recipientRefused).toEqual({ state: 'failed', reason: never, retry: false });
    expect(bothRefused).toEqual({ state: 'failed', reason: never, retry: false });
    const later = 'The mail server refuses later@tan.example: 450 Refused later@tan.example';
    expect(recipientLater).toEqual({ state: 'failed', reason: later, retry: true });
    expect(new Set(letters.flatMap(({ to }) => to))).toEqual(new Set(['archive@hsh.example', 'kitchen@tan.example']));
  });
});

describe('a password', () => {
  test('that is wrong is told at once, in the server’s words', async () => {
    const { at, letters } = await openSmtpServer('none', {
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(refusal(535, '5.7.8 Bad credentials')),
    });
    expect(await mailer.send(signingIn(at), sampleLetter())).toEqual({
      state: 'failed',
      reason: 'The mail server does not accept the user name or password: 535 5.7.8 Bad credentials',
      retry: false,
    });
    expect(letters).toEqual([]);
  });

  test('that cannot be checked now is tried again', async () => {
    const { at } = await openRudeServer({ AUTH: '454 4.7.0 Directory is down' });
    expect(await mailer.send(signingIn(at), sampleLetter())).toEqual({
      state: 'failed',
      reason: 'The mail server cannot check the password now: 454 4.7.0 Directory is down',
      retry: true,
    });
  });

  test('that nobody knows any more is asked for, and nobody is called', async () => {
    const { at, heard } = await openRudeServer({});
    expect(await mailer.send({ ...at, user: 'billing' }, sampleLetter())).toEqual({
      state: 'failed',
      reason: 'The password of billing at the mail server is not known. Enter it in the settings.',
      retry: false,
    });
    expect(heard).toEqual([]);
  });

  test.each(['greeting', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'end'] as const)(
    'is in no outcome, though the server repeats it in every form at %s',
    async (step) => {
      const plain = Buffer.from(`\0billing\0${PASSWORD}`).toString('base64');
      const login = Buffer.from(PASSWORD).toString('base64');
      const words = `No ${PASSWORD} ${plain}\r\n550 ${login} please`;
      const { at } = await openRudeServer({ [step]: `550-${words}` });
      const outcome = await mailer.send(signingIn(at), sampleLetter());
      expect(outcome).toEqual({
        state: 'failed',
        reason: expect.stringContaining('550 No […] […] […] please') as string,
        retry: false,
      });
      const { at: kind } = await openRudeServer({ end: `250 Queued ${PASSWORD}` });
      expect(await mailer.send(signingIn(kind), sampleLetter())).toEqual({
        state: 'accepted',
        response: '250 Queued […]',
      });
    },
  );
});

test('words longer than a screen are cut, and none can turn the screen around', async () => {
  const { at } = await openRudeServer({ RCPT: `550 \u202E\u0007\x1B[31m${'no '.repeat(1_000)}` });
  const outcome = await mailer.send(at, sampleLetter());
  expect(outcome).toMatchObject({ state: 'failed' });
  const { reason } = outcome as { reason: string };
  expect(reason).toMatch(/: 550 \[31mno no/);
  expect(reason.length).toBeLessThan(500);
});

test('a server that thanks for a letter it has not got is not believed', async () => {
  const { at } = await openRudeServer({ DATA: '354 Go on\r\n250 2.0.0 Queued already' });
  expect(await mailer.send(at, LONG_LETTER)).toEqual({
    state: 'unknown',
    reason: 'The mail server said "250 2.0.0 Queued already" before it had the whole letter: it may not have arrived.',
  });
});
