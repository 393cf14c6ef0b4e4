import { TLSSocket } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { openMailer } from '../../../src/main/adapters/mailer-smtp.ts';
import type { MailServer } from '../../../src/main/adapters/mailer.ts';
import { hastyMailer } from '../../helpers/hasty-mailer.ts';
import { ELSEWHERE_CERTIFICATE } from '../../helpers/mail-certificates.ts';
import { type cut, openRudeServer } from '../../helpers/open-rude-server.ts';
import { openSmtpServer } from '../../helpers/open-smtp-server.ts';
import { LONG_LETTER, sampleLetter } from '../../helpers/sample-letter.ts';

const mailer = hastyMailer();
const signingIn = (at: MailServer) => ({ ...at, user: 'billing', password: 'hunter2-geheim' });

describe.each(['tls', 'starttls'] as const)('a server that should prove itself (%s)', (security) => {
  test('and cannot, because nobody we know vouches for it, gets nothing', async () => {
    const { at, letters } = await openSmtpServer(security);
    expect(await openMailer().send(signingIn(at), sampleLetter())).toEqual({
      state: 'failed',
      reason: `The mail server at 127.0.0.1:${at.port} cannot prove who it is, so nothing was sent: self-signed certificate`,
      retry: false,
    });
    expect(letters).toEqual([]);
  });

  test('and cannot, because its certificate has another name, gets nothing', async () => {
    const { at, letters } = await openSmtpServer(security, ELSEWHERE_CERTIFICATE);
    const trusting = openMailer({ ca: ELSEWHERE_CERTIFICATE.cert });
    expect(await trusting.send(signingIn(at), sampleLetter())).toEqual({
      state: 'failed',
      reason: expect.stringContaining('so nothing was sent: Hostname/IP does not match') as string,
      retry: false,
    });
    expect(letters).toEqual([]);
  });

  test('and does so by its name', async () => {
    const { at, letters } = await openSmtpServer(security);
    expect(await mailer.send({ ...at, host: 'localhost' }, sampleLetter())).toMatchObject({ state: 'accepted' });
    expect(letters).toMatchObject([{ encrypted: true }]);
  });

  test('with older encryption than TLS 1.2 gets nothing', async () => {
    const { at, letters } = await openSmtpServer(security, {
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'ALL@SECLEVEL=0',
    });
    expect(await mailer.send(signingIn(at), sampleLetter())).toEqual({
      state: 'failed',
      reason: `The mail server at 127.0.0.1:${at.port} does not encrypt the way the settings say. Are port and security right?`,
      retry: false,
    });
    expect(letters).toEqual([]);
  });
});

describe('a server that does not encrypt never hears the password, nor whom the letter is for', () => {
  test('when it should encrypt from the first byte', async () => {
    const { at, heard } = await openRudeServer({});
    expect(await mailer.send(signingIn({ ...at, security: 'tls' }), sampleLetter())).toEqual({
      state: 'failed',
      reason: `The mail server at 127.0.0.1:${at.port} does not encrypt the way the settings say. Are port and security right?`,
      retry: false,
    });
    expect(heard.join()).not.toMatch(/AUTH|MAIL|RCPT/);
  });

  test.each([
    { how: 'says that it does not', STARTTLS: '502 5.5.1 Not here', retry: false },
    { how: 'cannot now', STARTTLS: '454 4.7.0 No certificate at the moment', retry: true },
  ])('when it should encrypt after the greeting and $how', async ({ STARTTLS, retry }) => {
    const { at, heard } = await openRudeServer({ STARTTLS });
    expect(await mailer.send(signingIn({ ...at, security: 'starttls' }), sampleLetter())).toEqual({
      state: 'failed',
      reason: `The mail server at 127.0.0.1:${at.port} does not encrypt (STARTTLS): ${STARTTLS}`,
      retry,
    });
    expect(heard).toEqual([expect.stringMatching(/^EHLO /), 'STARTTLS']);
  });

  test('when it says that it will, and goes on in the clear', async () => {
    const { at, heard } = await openRudeServer({ STARTTLS: '220 Go ahead\r\n250 AUTH PLAIN' });
    const hasty = hastyMailer({ connection: 200 });
    expect(await hasty.send(signingIn({ ...at, security: 'starttls' }), sampleLetter())).toMatchObject({
      state: 'failed',
    });
    expect(heard.join()).not.toMatch(/AUTH|MAIL|RCPT/);
  });
});

test('an encrypted line that breaks is told apart by the letter’s last byte, too', async () => {
  const encrypted: boolean[] = [];
  const note = (line: Parameters<typeof cut>[0]) => {
    encrypted.push(line instanceof TLSSocket);
    line.destroy();
  };
  const { at } = await openRudeServer({ letter: note }, 'tls');
  expect(await mailer.send(at, LONG_LETTER)).toMatchObject({ state: 'failed', retry: true });
  const { at: after } = await openRudeServer({ end: note }, 'tls');
  expect(await mailer.send(after, sampleLetter())).toMatchObject({ state: 'unknown' });
  expect(encrypted).toEqual([true, true]);
});
