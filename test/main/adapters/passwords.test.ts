import { describe, expect, test } from 'vitest';
import { createPasswords } from '../../../src/main/adapters/passwords.ts';

const { hash, verify } = createPasswords(1024);

describe('a password', () => {
  test('is known again, and no other one is', async () => {
    const kept = await hash('correct horse');
    expect(await verify('correct horse', kept)).toBe(true);
    const others = ['correct hors', 'correct horse ', 'Correct horse', ''];
    expect(await Promise.all(others.map((other) => verify(other, kept)))).toEqual(others.map(() => false));
  });

  test('is kept as nothing that tells it, each time with other salt', async () => {
    const [first, second] = [await hash('4821'), await hash('4821')];
    expect(first).toMatch(/^scrypt\$1024\$[\w-]{22}\$[\w-]{43}$/);
    expect(first).not.toBe(second);
    expect(first).not.toContain('4821');
  });

  test('is the same on any keyboard: é typed as one sign or as two', async () => {
    expect(await verify('cafe\u0301', await hash('caf\u00e9'))).toBe(true);
    expect(await verify('密码１２３４', await hash('密码1234'))).toBe(true);
  });

  test('kept at another cost is still known', async () => {
    expect(await createPasswords(2048).verify('correct horse', await hash('correct horse'))).toBe(true);
  });
});

describe('what is no hash', () => {
  test.each([
    '',
    'none:6f1c',
    'scrypt',
    'scrypt$1024$',
    'scrypt$1024$c2FsdA$',
    'scrypt$1024$c2FsdA$AAAA',
    'bcrypt$1$a$b',
  ])('%j fits nothing, not even nothing', async (kept) => {
    expect(await verify('', kept).catch(() => 'thrown')).not.toBe(true);
    expect(await verify('correct horse', kept).catch(() => 'thrown')).not.toBe(true);
  });
});

test('the counter’s own cost is OWASP’s, and is written beside the hash', async () => {
  expect(await createPasswords().hash('correct horse')).toMatch(/^scrypt\$32768\$/);
});
