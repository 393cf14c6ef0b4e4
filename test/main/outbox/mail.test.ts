import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemOf } from '../../helpers/open-edge-case.ts';
import { auditOf, DESK_MAIL, jobOf, later, openDeliveryDesk, reopened } from '../../helpers/open-delivery-desk.ts';

const BUSY = { state: 'failed', reason: 'The mail server refuses the letter: 451 Try later', retry: true } as const;
const ACCEPTED = { state: 'accepted', response: '250 2.0.0 Queued as A1' } as const;

describe('a letter that was taken', () => {
  test('is the stored invoice to the customer, counted, dated and in the audit', async () => {
    const desk = await openDeliveryDesk();
    const { house, admin } = desk;
    house.letterbox.outcome = ACCEPTED;
    const { id, number } = await desk.sell();
    await house.drain();
    expect(house.letterbox.letters).toMatchObject([
      {
        server: { host: 'mail.hsh.example', port: 587, security: 'starttls', user: null, password: null },
        mail: {
          from: '"HSH LPG" <billing@hsh.example>',
          to: 'kitchen@tan-seafood.example',
          messageId: expect.stringMatching(/^<[^<>@\s]+@hsh\.example>$/) as string,
          attachments: [
            {
              fileName: `${number}.pdf`,
              contentType: 'application/pdf',
              bytes: Buffer.from((await admin('invoices.pdf', { id })).bytes),
            },
          ],
        },
      },
    ]);
    expect(house.letterbox.letters[0]?.mail.subject).toContain(number);
    expect(await jobOf(desk, id, 'MAIL')).toMatchObject({ state: 'done', proof: ACCEPTED.response });
    const emailedAt = house.clock.now().toISOString();
    expect(await admin('invoices.get', { id })).toMatchObject({ emailCount: 1, emailedAt, status: 'emailed' });
    expect(await auditOf(desk, id, 'invoice.mailed')).toEqual([
      { username: null, after: { to: 'kitchen@tan-seafood.example', proof: ACCEPTED.response } },
    ]);
  });

  test('is never sent again: not by the next start, not by a retry, not by a batch', async () => {
    const desk = await openDeliveryDesk();
    const { id } = await desk.sell();
    await desk.house.drain();
    const next = await reopened(desk);
    const { id: jobId } = await jobOf(next, id, 'MAIL');
    expect(await problemOf(next.admin('jobs.retry', { id: jobId }))).toMatchObject({ code: 'INVALID_STATE' });
    expect(await next.admin('jobs.retryAll', {})).toEqual({ retried: 0 });
    expect(await next.admin('invoices.emailMany', { ids: [id] })).toMatchObject({
      jobs: 0,
      skipped: [{ id, reason: 'It was mailed before.' }],
    });
    await later(next, 20_000);
    expect(desk.house.letterbox.letters).toHaveLength(1);
    expect(next.house.letterbox.letters).toEqual([]);
  });

  test('has the PDF of its time also when the file is gone', async () => {
    const desk = await openDeliveryDesk();
    desk.house.letterbox.outcome = BUSY;
    const { id } = await desk.sell();
    await desk.house.drain();
    const { pdfPath } = await desk.admin('invoices.get', { id });
    const documents = path.join(desk.house.dataDir, 'documents');
    rmSync(path.join(documents, pdfPath ?? ''));
    desk.house.letterbox.outcome = ACCEPTED;
    await later(desk, 10);
    expect(await jobOf(desk, id, 'MAIL')).toMatchObject({ state: 'done', attempts: 2 });
    const { bytes } = await desk.admin('invoices.pdf', { id });
    expect(desk.house.letterbox.letters.at(-1)?.mail.attachments[0]?.bytes).toEqual(Buffer.from(bytes));
  });
});

describe('a letter that was not taken', () => {
  test('is tried seven times as the same letter, by whatever start of the program, and then has failed', async () => {
    let desk = await openDeliveryDesk();
    const first = desk.house.letterbox;
    first.outcome = BUSY;
    const { id } = await desk.sell();
    await desk.house.drain();
    const seen = [...first.letters];
    for (let tried = 1; tried < 7; tried += 1) {
      const next = await reopened(desk);
      desk = { ...desk, ...next };
      const { letterbox, clock } = next.house;
      letterbox.outcome = BUSY;
      const job = await jobOf(next, id, 'MAIL');
      expect(job).toMatchObject({ state: 'queued', attempts: tried, reason: BUSY.reason });
      await later(next, (Date.parse(job.runAfter) - clock.now().getTime()) / 1000);
      seen.push(...letterbox.letters);
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen.map(({ mail }) => mail.messageId)).size).toBe(1);
    const failed = await jobOf(desk, id, 'MAIL');
    expect(failed).toMatchObject({ state: 'failed', attempts: 7, reason: BUSY.reason });

    desk.house.letterbox.outcome = ACCEPTED;
    await desk.admin('jobs.retry', { id: failed.id });
    await desk.house.drain();
    expect(desk.house.letterbox.letters.at(-1)?.mail.messageId).toBe(seen[0]?.mail.messageId);
    expect(await desk.admin('invoices.get', { id })).toMatchObject({ emailCount: 1 });
  });

  test('for good has failed at once, in the server’s words', async () => {
    const desk = await openDeliveryDesk();
    const reason = 'The mail server refuses kitchen@tan-seafood.example: 550 No such user';
    desk.house.letterbox.outcome = { state: 'failed', reason, retry: false };
    const { id } = await desk.sell();
    await desk.house.drain();
    expect(await jobOf(desk, id, 'MAIL')).toMatchObject({ state: 'failed', attempts: 1, reason });
    expect(await desk.admin('invoices.email', { id })).toMatchObject({ status: 'failed', reason });
    expect(await desk.admin('invoices.get', { id })).toMatchObject({ emailCount: 0, emailedAt: null });
  });

  test('as far as anybody knows is sent again as the same letter, and is not called sent before', async () => {
    const desk = await openDeliveryDesk();
    const { letterbox } = desk.house;
    letterbox.outcome = { state: 'unknown', reason: 'The server hung up: it may have arrived.' };
    const { id } = await desk.sell();
    await desk.house.drain();
    expect(await jobOf(desk, id, 'MAIL')).toMatchObject({ state: 'queued', attempts: 1 });
    expect(await desk.admin('invoices.get', { id })).toMatchObject({ emailCount: 0, emailedAt: null });
    letterbox.outcome = ACCEPTED;
    await later(desk, 10);
    const ids = letterbox.letters.map(({ mail }) => mail.messageId);
    expect(ids).toHaveLength(2);
    expect(ids[1]).toBe(ids[0]);
  });

  test('because something in the console broke is tried again', async () => {
    const desk = await openDeliveryDesk();
    desk.house.letterbox.outcome = new TypeError('nothing is what it seems');
    const { id } = await desk.sell();
    await desk.house.drain();
    const job = await jobOf(desk, id, 'MAIL');
    expect(job).toMatchObject({ state: 'queued', attempts: 1 });
    expect(job.reason).toBe(`Something went wrong in the console itself. Its log has more under “job ${job.id}”.`);
  });

  test('because mail was turned off meanwhile has failed, and says where to turn it on', async () => {
    const desk = await openDeliveryDesk();
    desk.house.letterbox.outcome = BUSY;
    const { id } = await desk.sell();
    await desk.house.drain();
    await desk.admin('settings.update', { mail: { ...DESK_MAIL, isEnabled: false } });
    await later(desk, 10);
    expect(await jobOf(desk, id, 'MAIL')).toMatchObject({
      state: 'failed',
      reason: 'Mail is turned off in Settings → Mail.',
    });
  });
});

describe('a letter that is asked for', () => {
  test('is waited for, and called mailed only when the server has it', async () => {
    const desk = await openDeliveryDesk();
    const { id } = await desk.sell({ email: false });
    expect(await desk.admin('invoices.email', { id })).toMatchObject({ status: 'emailed', reason: null });
    desk.house.letterbox.outcome = BUSY;
    expect(await desk.admin('invoices.email', { id })).toMatchObject({ status: 'queued', reason: BUSY.reason });
  });

  test('to somebody without an address is not made, and the invoice says so', async () => {
    const desk = await openDeliveryDesk();
    await desk.admin('customers.update', { id: desk.customer.id, email: null });
    const { id, number } = await desk.sell();
    await desk.house.drain();
    expect((await desk.admin('invoices.get', { id })).delivery).toMatchObject({ mail: null, hasEmail: false });
    expect(await desk.admin('invoices.emailMany', { ids: [id] })).toEqual({
      batch: null,
      jobs: 0,
      skipped: [{ id, number, reason: 'The customer has no e-mail address.' }],
    });
    expect(await problemOf(desk.admin('invoices.email', { id }))).toMatchObject({ code: 'INVALID_STATE' });
    expect(desk.house.letterbox.letters).toEqual([]);
  });
});
