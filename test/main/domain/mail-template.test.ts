import { describe, expect, test } from 'vitest';
import {
  DEFAULT_TEMPLATES,
  fillTemplate,
  type MailValues,
  unknownPlaceholders,
} from '../../../src/main/domain/mail-template.ts';
import { MAIL_PLACEHOLDERS } from '../../../src/shared/contract/mailing.ts';

const INVOICE: MailValues = {
  customer: `Tan & Sons' <Seafood> "Grill"`,
  number: 'INV-2026-00001',
  date: '20 Jan 2026',
  total: '$152.60',
  outstanding: '$152.60',
  dueDate: '19 Feb 2026',
  company: 'HSH LPG',
};

test('every placeholder is filled in, as often as it stands there', () => {
  expect(fillTemplate('{number} {number}: {total}, {dueDate}', INVOICE)).toBe(
    'INV-2026-00001 INV-2026-00001: $152.60, 19 Feb 2026',
  );
});

test('a value is put in as it is, even when it looks like a placeholder or a pattern', () => {
  const values = { ...INVOICE, customer: '{total} $& $1 {customer}' };
  expect(fillTemplate('Dear {customer}, {total}', values)).toBe('Dear {total} $& $1 {customer}, $152.60');
});

test('what a document has not is left out; what nobody knows stays, and is told', () => {
  const template = 'A{dueDate}B {custmer} {} { total } {constructor} {custmer} {not\none} {number';
  expect(fillTemplate(template, { number: '1' })).toBe(template.replace('{dueDate}', ''));
  expect(unknownPlaceholders(template)).toEqual(['custmer', '', ' total ', 'constructor']);
});

describe.each(['invoice', 'receipt', 'statement'] as const)('what is written with a %s by itself', (document) => {
  const { subject, body } = DEFAULT_TEMPLATES[document];

  test('knows its placeholders, and greets and signs with names', () => {
    expect(unknownPlaceholders(subject + body)).toEqual([]);
    expect(fillTemplate(body, INVOICE)).toMatch(/^Dear Tan & Sons' <Seafood> "Grill",\n/);
    expect(fillTemplate(body, INVOICE)).toMatch(/Kind regards,\nHSH LPG\n$/);
    expect(subject).not.toMatch(/[\r\n]/);
  });

  test('leaves no brace behind', () => {
    expect(fillTemplate(subject + body, INVOICE)).not.toMatch(/[{}]/);
  });
});

test('a customer reads what was bought for how much, and by when to pay', () => {
  const { subject, body } = DEFAULT_TEMPLATES.invoice;
  expect(fillTemplate(subject, INVOICE)).toBe('Tax invoice INV-2026-00001 from HSH LPG');
  expect(fillTemplate(body, INVOICE)).toContain('Total: $152.60\nStill to pay: $152.60\nDue by: 19 Feb 2026\n');
});

test('there are no other placeholders than those told to who writes a template', () => {
  expect(MAIL_PLACEHOLDERS.join(' ')).toBe('customer number date total outstanding dueDate company');
});
