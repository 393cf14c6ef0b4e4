import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openMailer } from '../../../src/main/adapters/mailer-smtp.ts';
import { hastyMailer } from '../../helpers/hasty-mailer.ts';
import { cut, openRudeServer, silence } from '../../helpers/open-rude-server.ts';
import { LONG_LETTER, sampleLetter } from '../../helpers/sample-letter.ts';

const patient = hastyMailer();

const late = (port: number) => ({
  state: 'failed',
  reason: `The mail server at 127.0.0.1:${port} does not answer in time.`,
  retry: true,
});
const broken = (port: number) => ({
  state: 'failed',
  reason: `The line to the mail server at 127.0.0.1:${port} broke off before the letter was through.`,
  retry: true,
});

describe('a server that falls silent holds nothing up, and is tried again', () => {
  test('before its greeting and after whatever it is told', async () => {
    const steps = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA'] as const;
    const outcomes = steps.map(async (step) => {
      const { at, left } = await openRudeServer({ [step]: silence });
      const outcome = await hastyMailer({ greeting: 150, silence: 300 }).send(at, sampleLetter());
      expect({ step, outcome }).toEqual({ step, outcome: late(at.port) });
      await left;
    });
    await Promise.all(outcomes);
  });

  test('when it should prove itself', async () => {
    const { at, left } = await openRudeServer({ greeting: silence });
    const mailer = hastyMailer({ connection: 100 });
    expect(await mailer.send({ ...at, security: 'tls' }, sampleLetter())).toEqual(late(at.port));
    await left;
  });

  test('in the middle of a letter it does not read', async () => {
    const { at } = await openRudeServer({ letter: (line) => line.pause() });
    expect(await hastyMailer({ whole: 400 }).send(at, LONG_LETTER)).toEqual(late(at.port));
  });

  test('or never comes to an end: one letter now and then is no answer', async () => {
    const { at, left } = await openRudeServer({
      EHLO(line) {
        const drip = setInterval(() => line.write('2'), 10);
        line.on('close', () => clearInterval(drip));
      },
    });
    expect(await hastyMailer({ silence: 2_000, whole: 300 }).send(at, sampleLetter())).toEqual(late(at.port));
    await left;
  });
});

describe('a line that breaks before the letter is through is tried again', () => {
  test.each(['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA'] as const)('at %s', async (step) => {
    const { at } = await openRudeServer({ [step]: cut });
    expect(await patient.send(at, sampleLetter())).toEqual(broken(at.port));
  });

  test.each([
    { how: 'cut', breakOff: cut },
    { how: 'closed', breakOff: (line: Parameters<typeof cut>[0]) => line.destroy() },
  ])('in the middle of the letter: $how', async ({ breakOff }) => {
    const { at } = await openRudeServer({ letter: breakOff });
    expect(await patient.send(at, LONG_LETTER)).toEqual(broken(at.port));
  });
});

describe('once the letter’s last byte is out, nobody knows whether it arrived', () => {
  test.each([
    { how: 'cut', breakOff: cut },
    { how: 'closed', breakOff: (line: Parameters<typeof cut>[0]) => line.end() },
    { how: 'closed in the middle of an answer', breakOff: (line: Parameters<typeof cut>[0]) => line.end('250-2.0') },
  ])('when the line is $how', async ({ breakOff }) => {
    const { at } = await openRudeServer({ end: breakOff });
    expect(await patient.send(at, sampleLetter())).toEqual({
      state: 'unknown',
      reason: `The letter was sent, but 127.0.0.1:${at.port} hung up without a word about it: it may have arrived.`,
    });
  });

  const untold = (port: number) => ({
    state: 'unknown',
    reason: `The letter was sent, but 127.0.0.1:${port} did not say in time whether it took the letter: it may have arrived.`,
  });

  test('when the server is silent about it', async () => {
    const { at, left } = await openRudeServer({ end: silence });
    expect(await hastyMailer({ silence: 700 }).send(at, sampleLetter())).toEqual(untold(at.port));
    await left;
  });

  test('when the server has not said so after half a minute, though it talks all the time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const { at, left } = await openRudeServer({
      end(line) {
        line.write('250-I am reading it\r\n250-It is long\r\n');
        vi.advanceTimersByTime(30_000);
      },
    });
    expect(await openMailer().send(at, sampleLetter())).toEqual(untold(at.port));
    await left;
  });

  test('but a refusal is one, also when the line breaks before the end of its words', async () => {
    const { at } = await openRudeServer({ end: (line) => line.end('552 5.3.4 Too bi') });
    expect(await patient.send(at, sampleLetter())).toEqual({
      state: 'failed',
      reason: `The mail server at 127.0.0.1:${at.port} hung up: 552 5.3.4 Too bi`,
      retry: false,
    });
  });
});

describe('a server that is not there', () => {
  test('because nothing listens', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve());
    });
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    const port = typeof address === 'object' ? address!.port : 0;
    const at = { host: '127.0.0.1', port, security: 'none', user: null, password: null } as const;
    expect(await patient.send(at, sampleLetter())).toEqual({
      state: 'failed',
      reason: `Nothing answers at 127.0.0.1:${port}. Is the mail server running, and the port right?`,
      retry: true,
    });
  });

  test('because nobody has that name', async () => {
    // Longer than a name may be, so that nobody out there is asked.
    const host = `${'x'.repeat(64)}.example`;
    const at = { host, port: 25, security: 'none', user: null, password: null } as const;
    expect(await patient.send(at, sampleLetter())).toEqual({
      state: 'failed',
      reason: `No computer named "${host}" can be found. Is this computer online?`,
      retry: true,
    });
  });

  test('because something else answers', async () => {
    const { at } = await openRudeServer({ greeting: 'SSH-2.0-OpenSSH_9.2' });
    expect(await patient.send(at, sampleLetter())).toEqual({
      state: 'failed',
      reason: `What answers at 127.0.0.1:${at.port} does not talk like a mail server: SSH-2.0-OpenSSH_9.2`,
      retry: true,
    });
  });
});
