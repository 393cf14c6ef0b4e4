import { expect, test } from 'vitest';
import { messageIdOf } from '../../../src/main/domain/message-id.ts';

const KEY = 'mail:invoice:12:1';

test('a letter has the same Message-ID at every try, in the form RFC 5322 asks for', () => {
  const id = messageIdOf(KEY, 'HSH', 'billing@hsh.example');
  expect(id).toMatch(/^<[0-9a-f]{40}@hsh\.example>$/);
  expect(messageIdOf(KEY, 'HSH', 'billing@hsh.example')).toBe(id);
  // Written down: a later version of the program must not make it another one.
  expect(id).toBe('<c86f1b5fb88e04b7b5147dec2f310673ba7bd8c5@hsh.example>');
});

test('no two letters share one, nor two sites that count their jobs alike', () => {
  const ids = [
    messageIdOf(KEY, 'HSH', 'billing@hsh.example'),
    messageIdOf('mail:invoice:12:2', 'HSH', 'billing@hsh.example'),
    messageIdOf(KEY, 'HSH2', 'billing@hsh.example'),
    // Where one ends and the other begins counts.
    messageIdOf('1', 'HSH2', 'billing@hsh.example'),
    messageIdOf('21', 'HSH', 'billing@hsh.example'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

test('whatever the key holds, nothing of it gets into the header', () => {
  expect(messageIdOf('a\r\nBcc: b@c.example>', 'ß', 'billing@HSH.example')).toMatch(/^<[0-9a-f]{40}@hsh\.example>$/);
});

test.each(['', 'billing', 'billing@', 'billing@hsh example', 'billing@hsh.example>\r\nBcc: x@y.example'])(
  'a sender like %j has no domain to vouch for it',
  (address) => {
    expect(() => messageIdOf(KEY, 'HSH', address)).toThrow(RangeError);
  },
);
