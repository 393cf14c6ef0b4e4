import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMailAddress, readMailbox, writeMailbox } from '../../src/shared/mail-address.ts';

describe('an address', () => {
  test.each(['kitchen@tan-seafood.example', "o'neil+invoices@mail.tan.com.sg", 'A_B@X.example'])('is %s', (text) => {
    expect(isMailAddress(text)).toBe(true);
  });

  test.each([
    '',
    'kitchen',
    'kitchen@tan',
    'a@b.example,c@d.example',
    'a@b.example c@d.example',
    'Tan <a@b.example>',
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example\n',
    '陈@b.example',
    `${'a'.repeat(250)}@b.example`,
  ])('is not %j', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });
});

describe('a mailbox', () => {
  test.each([
    ['billing@hsh.example', '', 'billing@hsh.example'],
    ['  HSH LPG  <billing@hsh.example> ', 'HSH LPG', 'billing@hsh.example'],
    ['"HSH LPG, Singapore" <billing@hsh.example>', 'HSH LPG, Singapore', 'billing@hsh.example'],
    [`Tan & Sons' <Seafood> "Grill" <a@b.example>`, `Tan & Sons' <Seafood> "Grill"`, 'a@b.example'],
    ['"A" and "B" <a@b.example>', '"A" and "B"', 'a@b.example'],
    ['陈记 <a@b.example>', '陈记', 'a@b.example'],
  ])('%j is read', (text, name, address) => {
    expect(readMailbox(text)).toEqual({ name, address });
  });

  test.each([
    '',
    'HSH LPG',
    'HSH LPG <>',
    '<billing>',
    'a@b.example, c@d.example',
    'HSH <a@b.example>, HSH <c@d.example',
    'HSH\r\nBcc: c@d.example <a@b.example>',
    'HSH\u2028<a@b.example>',
  ])('%j is none', (text) => {
    expect(readMailbox(text)).toBeNull();
  });

  test('is read as it was written, whatever the name', () => {
    const names = fc.string({ unit: 'grapheme' }).filter((name) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name));
    fc.assert(
      fc.property(names, (name) => {
        const address = 'billing@hsh.example';
        expect(readMailbox(writeMailbox({ name, address }))).toEqual({ name: name.trim(), address });
      }),
    );
  });

  test('is one line, whatever the name', () => {
    const text = writeMailbox({ name: 'HSH\r\nBcc: c@d.example\0', address: 'billing@hsh.example' });
    expect(text).toBe('"HSH Bcc: c@d.example" <billing@hsh.example>');
  });
});
