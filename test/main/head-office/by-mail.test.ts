import { expect, test } from 'vitest';
import { openMailer } from '../../../src/main/adapters/mailer-smtp.ts';
import { openSmtpServer } from '../../helpers/open-smtp-server.ts';
import { BYTES, NAME, PARCEL, prepareParcel } from './prepared-parcel.ts';

test('a bundle by mail is one letter with its bytes; sent again it has the same Message-ID', async () => {
  const { at, letters } = await openSmtpServer('none');
  const { courier } = prepareParcel();
  const road = {
    kind: 'mail',
    server: at,
    from: 'HSH LPG <billing@hsh.example>',
    to: 'books@hq.example',
    replyTo: null,
    company: 'HSH LPG',
  } as const;
  const open = courier({ mailer: openMailer() });
  expect(await open.deliver(PARCEL, road)).toMatchObject({ state: 'delivered' });
  expect(await open.deliver(PARCEL, road)).toMatchObject({ state: 'delivered' });
  expect(await open.probe(road)).toMatchObject({ state: 'delivered' });
  const texts = letters.map(({ bytes }) => bytes.toString('latin1'));
  expect(letters.map(({ to }) => to)).toEqual([['books@hq.example'], ['books@hq.example'], ['books@hq.example']]);
  const ids = texts.map((text) => /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim());
  expect(ids.slice(0, 2)).toEqual(['<bundle-1@hsh.example>', '<bundle-1@hsh.example>']);
  expect(ids[2]).toMatch(/^<[0-9a-f-]{36}@hsh\.example>$/);
  const [first = ''] = texts;
  expect(first).toContain(`Subject: ${NAME} from HSH LPG`);
  expect(first).toContain(PARCEL.sha256);
  const attached = first.slice(first.indexOf(`filename=${NAME}`)).split('\r\n\r\n')[1] ?? '';
  const encoded = attached.slice(0, attached.indexOf('\r\n--'));
  expect(Buffer.from(encoded, 'base64').equals(BYTES)).toBe(true);
});

test('a letter that the mail server does not take is sent again later, with its own words', async () => {
  const { at } = await openSmtpServer('none', {
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error('mailbox full'), { responseCode: 452 })),
  });
  const { courier } = prepareParcel();
  const road = {
    kind: 'mail',
    server: at,
    from: 'a@hsh.example',
    to: 'b@hq.example',
    replyTo: null,
    company: 'H',
  } as const;
  const outcome = await courier({ mailer: openMailer() }).deliver(PARCEL, road);
  expect(outcome).toMatchObject({
    state: 'failed',
    retry: true,
    reason: expect.stringContaining('mailbox full') as string,
  });
});
