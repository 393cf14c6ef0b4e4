import { describe, expect, it } from 'vitest';
import { type Invoice, isOnItsWay, mailWay, printWay } from '../../src/renderer/features/invoices/delivery-way.ts';

const AT = '2026-01-20T01:30:00.000Z';

function invoice(facts: Partial<Invoice>, delivery: Partial<Invoice['delivery']> = {}): Invoice {
  return {
    printCount: 0,
    printedAt: null,
    emailCount: 0,
    emailedAt: null,
    ...facts,
    delivery: { render: null, print: null, mail: null, hasEmail: true, ...delivery },
  } as Invoice;
}

const job = (state: 'queued' | 'running' | 'failed' | 'done' | 'cancelled', reason: string | null = null) => ({
  jobId: 7,
  state,
  reason,
});

describe('how far an invoice is', () => {
  it('says when it was printed, and how often', () => {
    expect(printWay(invoice({}))).toMatchObject({ state: 'none', words: 'Not printed' });
    const once = invoice({ printCount: 1, printedAt: AT }, { print: job('done') });
    expect(printWay(once)).toMatchObject({ state: 'done', words: 'Printed 20 Jan 2026 09:30' });
    expect(printWay({ ...once, printCount: 3 })).toMatchObject({ words: 'Printed 3 times, last 20 Jan 2026 09:30' });
  });

  it('does not call printed what a spooler took without telling more', () => {
    expect(printWay(invoice({ printCount: 1 }, { print: job('done') }))).toMatchObject({
      words: 'Given to the printer',
    });
  });

  it('tells a try that is under way or failed before what was reached earlier', () => {
    const again = invoice({ printCount: 1, printedAt: AT }, { print: job('failed', 'Out of paper.') });
    expect(printWay(again)).toMatchObject({ state: 'failed', words: 'Printing: failed', reason: 'Out of paper.' });
    const given = invoice({ printCount: 1, printedAt: AT }, { print: job('cancelled') });
    expect(printWay(given)).toMatchObject({ state: 'done', words: 'Printed 20 Jan 2026 09:30' });
  });

  it('says that there is no address', () => {
    expect(mailWay(invoice({}, { hasEmail: false }))).toMatchObject({ state: 'none', words: 'No e-mail' });
    expect(mailWay(invoice({}, { mail: job('running') }))).toMatchObject({ state: 'running', words: 'Mailing' });
  });

  it('is watched while anything of it moves', () => {
    expect(isOnItsWay(invoice({}, { mail: job('queued') }))).toBe(true);
    expect(isOnItsWay(invoice({}, { mail: job('failed'), print: job('done') }))).toBe(false);
  });
});
