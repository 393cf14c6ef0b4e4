import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { openMailer } from '../../../src/main/adapters/mailer-smtp.ts';
import type { OutgoingMail } from '../../../src/main/adapters/mailer.ts';
import { writeMailbox } from '../../../src/shared/mail-address.ts';
import { LOOPBACK_CERTIFICATE } from '../../helpers/mail-certificates.ts';
import { openSmtpServer, type Received } from '../../helpers/open-smtp-server.ts';
import { SAMPLE_PDF, sampleLetter } from '../../helpers/sample-letter.ts';

const mailer = openMailer({ ca: LOOPBACK_CERTIFICATE.cert });
const read = ({ bytes }: Received) => PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' });
const bytesOf = (content: unknown) => Buffer.from(content as ArrayBuffer);
/** The letter's headers, a line each. */
const headersOf = ({ bytes }: Received) =>
  bytes
    .toString('latin1')
    .split('\r\n\r\n')[0]!
    .replaceAll(/\r\n[ \t]/g, ' ')
    .split('\r\n');

describe.each(['tls', 'starttls', 'none'] as const)('over a line secured with %s', (security) => {
  test('the server gets the right sender, recipient, Message-ID, subject and a PDF identical to the stored one', async () => {
    const { at, letters } = await openSmtpServer(security);
    const outcome = await mailer.send(at, sampleLetter({ replyTo: 'Accounts <accounts@hsh.example>' }));
    expect(outcome).toMatchObject({ state: 'accepted', response: expect.stringMatching(/^250 /) as string });
    expect(letters).toHaveLength(1);
    const [letter] = letters as [Received];
    expect(letter).toMatchObject({
      from: 'billing@hsh.example',
      to: ['kitchen@tan-seafood.example'],
      user: null,
      encrypted: security !== 'none',
    });
    const mail = await read(letter);
    expect(mail.from).toMatchObject({ name: 'HSH LPG', address: 'billing@hsh.example' });
    expect(mail.to).toMatchObject([{ address: 'kitchen@tan-seafood.example' }]);
    expect(mail.replyTo).toMatchObject([{ name: 'Accounts', address: 'accounts@hsh.example' }]);
    expect(mail.messageId).toBe('<0123456789abcdef@hsh.example>');
    expect(mail.subject).toBe('Tax invoice INV-2026-00001 from HSH LPG');
    expect(mail.text?.trimEnd()).toBe('Dear Tan & Sons,\n\n.\nYour invoice is attached.');
    expect(Math.abs(Date.parse(mail.date!) - Date.now())).toBeLessThan(60_000);
    expect(mail.attachments).toMatchObject([
      { filename: 'INV-2026-00001.pdf', mimeType: 'application/pdf', disposition: 'attachment' },
    ]);
    expect(bytesOf(mail.attachments[0]!.content).equals(SAMPLE_PDF)).toBe(true);
  });

  test('the user signs in with the password', async () => {
    const told: unknown[] = [];
    const { at, letters } = await openSmtpServer(security, {
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        told.push([username, password]);
        done(null, { user: username });
      },
    });
    const outcome = await mailer.send({ ...at, user: 'billing', password: 'pä55 wörd' }, sampleLetter());
    expect(outcome.state).toBe('accepted');
    expect(told).toEqual([['billing', 'pä55 wörd']]);
    expect(letters[0]?.user).toBe('billing');
  });
});

test('two tries of one letter have one Message-ID', async () => {
  const { at, letters } = await openSmtpServer('none');
  await mailer.send(at, sampleLetter());
  await mailer.send(at, sampleLetter());
  const ids = letters.flatMap((letter) => headersOf(letter).filter((line) => /^message-id:/i.test(line)));
  expect(ids).toEqual(Array(2).fill('Message-ID: <0123456789abcdef@hsh.example>'));
});

describe('the archive copy', () => {
  test('goes to the archive without the recipient’s seeing it', async () => {
    const { at, letters } = await openSmtpServer('none');
    expect(await mailer.send(at, sampleLetter({ bcc: 'archive@hsh.example' }))).toMatchObject({ state: 'accepted' });
    expect(letters).toMatchObject([{ to: ['kitchen@tan-seafood.example', 'archive@hsh.example'] }]);
    expect(letters[0]!.bytes.toString('latin1')).not.toMatch(/archive@|^bcc:/im);
  });

  test('is not sent twice to who gets the letter anyway', async () => {
    const { at, letters } = await openSmtpServer('none');
    await mailer.send(at, sampleLetter({ bcc: 'Kitchen@Tan-Seafood.example' }));
    expect(letters).toMatchObject([{ to: ['kitchen@tan-seafood.example'] }]);
  });
});

describe('names of every kind', () => {
  /** What the server got of each letter. All are sent at once: a real server makes each wait before it greets. */
  async function sendEach(changes: Partial<OutgoingMail>[]): Promise<Received[]> {
    const { at, letters } = await openSmtpServer('none');
    const messageIds = changes.map((_, index) => `<${index}@hsh.example>`);
    const send = (change: Partial<OutgoingMail>, index: number) =>
      mailer.send(at, sampleLetter({ ...change, messageId: messageIds[index] }));
    const outcomes = await Promise.all(changes.map(send));
    expect(outcomes.map(({ state }) => state)).toEqual(changes.map(() => 'accepted'));
    expect(letters).toHaveLength(changes.length);
    return messageIds.map((messageId) => letters.find(({ bytes }) => bytes.includes(messageId))!);
  }

  test('come through in sender, recipient, subject, text and file name', async () => {
    const names = [
      `Tan & Sons' <Seafood> "Grill"`,
      '陈记海鲜烧烤（私人）有限公司',
      'தமிழ் உணவகம்',
      'a@b.example, c@d.example',
      'Back\\slash; (comment)',
      'A very long name '.repeat(12).trim(),
    ];
    const letters = await sendEach(
      names.map((name) => ({
        from: writeMailbox({ name, address: 'billing@hsh.example' }),
        to: writeMailbox({ name, address: 'kitchen@tan-seafood.example' }),
        subject: `Invoice for ${name}`,
        text: `Dear ${name},\n`,
        attachments: [{ fileName: `${name}.pdf`, contentType: 'application/pdf', bytes: SAMPLE_PDF }],
      })),
    );
    for (const [index, name] of names.entries()) {
      const letter = letters[index]!;
      expect(letter).toMatchObject({ from: 'billing@hsh.example', to: ['kitchen@tan-seafood.example'] });
      const mail = await read(letter);
      expect(mail.from).toMatchObject({ name, address: 'billing@hsh.example' });
      expect(mail.to).toMatchObject([{ name, address: 'kitchen@tan-seafood.example' }]);
      expect(mail.subject).toBe(`Invoice for ${name}`);
      expect(mail.text?.trimEnd()).toBe(`Dear ${name},`);
      expect(mail.attachments).toMatchObject([{ filename: `${name}.pdf` }]);
    }
  });

  test('cannot bring in a header or a recipient of their own', async () => {
    const ends = ['\r\n', '\n', '\r', '\u2028', '\0', '\r\n '];
    const letters = await sendEach(
      ends.map((end) => {
        const name = `Tan${end}Bcc: thief@evil.example${end}${end}Pay me instead`;
        return {
          from: writeMailbox({ name, address: 'billing@hsh.example' }),
          subject: name,
          attachments: [{ fileName: `${name}.pdf`, contentType: `application/pdf${end}X-Bad: 1`, bytes: SAMPLE_PDF }],
        };
      }),
    );
    for (const letter of letters) {
      expect(letter.to).toEqual(['kitchen@tan-seafood.example']);
      const headers = headersOf(letter).map((line) => line.split(':')[0]);
      expect(new Set(headers)).toEqual(
        new Set(['Content-Type', 'Date', 'From', 'MIME-Version', 'Message-ID', 'Subject', 'To']),
      );
      expect(headers).toHaveLength(7);
      expect(letter.bytes.toString('latin1')).not.toMatch(/^(bcc|x-bad|pay)/im);
    }
  });
});

test.each<{ part: 'to' | 'from' | 'replyTo' | 'bcc'; written: string }>([
  { part: 'to', written: 'kitchen@tan.example, thief@evil.example' },
  { part: 'to', written: 'kitchen@tan.example\r\nRCPT TO:<thief@evil.example>' },
  { part: 'from', written: 'HSH LPG' },
  { part: 'replyTo', written: 'nobody' },
  { part: 'bcc', written: '<>' },
])('$written is not one address ($part): that is told, and nobody is called', async ({ part, written }) => {
  const { at, letters } = await openSmtpServer('none');
  const reason = `"${written}" is not an e-mail address.`;
  expect(await mailer.send(at, sampleLetter({ [part]: written }))).toEqual({ state: 'failed', reason, retry: false });
  expect(letters).toEqual([]);
});
