import type { OutgoingMail } from '../../src/main/adapters/mailer.ts';

/** Not much of a PDF, but with every byte there is, and lines that begin with a dot. */
export const SAMPLE_PDF = Buffer.concat([
  Buffer.from('%PDF-1.7\r\n.\r\n..\n.\n'),
  Buffer.from(Array.from({ length: 20_000 }, (_, index) => index % 256)),
]);

export function sampleLetter(changes: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    messageId: '<0123456789abcdef@hsh.example>',
    from: 'HSH LPG <billing@hsh.example>',
    to: 'kitchen@tan-seafood.example',
    replyTo: null,
    bcc: null,
    subject: 'Tax invoice INV-2026-00001 from HSH LPG',
    text: 'Dear Tan & Sons,\n\n.\nYour invoice is attached.\n',
    attachments: [{ fileName: 'INV-2026-00001.pdf', contentType: 'application/pdf', bytes: SAMPLE_PDF }],
    ...changes,
  };
}

/** So long that no line swallows it at once. */
export const LONG_LETTER = sampleLetter({
  attachments: [{ fileName: 'long.pdf', contentType: 'application/pdf', bytes: Buffer.alloc(12 * 1024 * 1024, 7) }],
});
