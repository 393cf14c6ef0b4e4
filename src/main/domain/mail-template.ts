import { MAIL_PLACEHOLDERS } from '../../shared/contract/mailing.ts';

export type MailPlaceholder = (typeof MAIL_PLACEHOLDERS)[number];

/** What stands for each placeholder, as people read it: "$38.00", "20 Jan 2026". What a document has not is left out. */
export type MailValues = Readonly<Partial<Record<MailPlaceholder, string>>>;

export type MailedDocument = 'invoice' | 'receipt' | 'statement';
export interface MailTemplate {
  subject: string;
  body: string;
}

const IN_BRACES = /\{([^{}\r\n]*)\}/g;

/** Puts the values in, once: a customer called "{total}" stays so. Unknown placeholders stay as they are. */
export function fillTemplate(template: string, values: MailValues): string {
  return template.replaceAll(IN_BRACES, (written, name: string) =>
    isPlaceholder(name) ? (values[name] ?? '') : written,
  );
}

/** What stands in braces and is no placeholder, each once, without its braces: to be told before it is saved. */
export function unknownPlaceholders(template: string): string[] {
  const names = Array.from(template.matchAll(IN_BRACES), ([, name = '']) => name);
  return [...new Set(names)].filter((name) => !isPlaceholder(name));
}

function isPlaceholder(name: string): name is MailPlaceholder {
  return (MAIL_PLACEHOLDERS as readonly string[]).includes(name);
}

/** What is sent until somebody writes another. */
export const DEFAULT_TEMPLATES: Readonly<Record<MailedDocument, MailTemplate>> = {
  invoice: {
    subject: 'Tax invoice {number} from {company}',
    body: `Dear {customer},

Thank you for your order. Your tax invoice {number} of {date} is attached as a PDF.

Total: {total}
Still to pay: {outstanding}
Due by: {dueDate}

If anything is not right, simply reply to this e-mail.

Kind regards,
{company}
`,
  },
  receipt: {
    subject: 'Receipt {number} from {company}',
    body: `Dear {customer},

We received {total} on {date}. Thank you! Your receipt {number} is attached as a PDF.

Kind regards,
{company}
`,
  },
  statement: {
    subject: 'Statement of account from {company}, {date}',
    body: `Dear {customer},

Your statement of account of {date} is attached as a PDF.

Still to pay: {outstanding}

If you have paid in the last few days, thank you: it will be on the next statement. If anything is not right, simply
reply to this e-mail.

Kind regards,
{company}
`,
  },
};
