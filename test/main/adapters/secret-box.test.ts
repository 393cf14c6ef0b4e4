import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSecretBox } from '../../../src/main/adapters/secret-box.ts';

function newFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'depot-box-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'keys', 'secrets.key');
}

test.each(['hunter2', '', 'pä55 wörd 密码', 'x'.repeat(5_000)])(
  'a secret is read again after a restart: %s',
  (secret) => {
    const file = newFile();
    const sealed = openSecretBox(file).seal(secret);
    expect(openSecretBox(file).open(sealed)).toBe(secret);
  },
);

test('a sealed secret says which kind it is, and nothing of what is in it', () => {
  const box = openSecretBox(newFile());
  const [one, other] = [box.seal('hunter2'), box.seal('hunter2')];
  expect(one).toMatch(/^box1\.[\w-]+$/);
  expect(one).not.toBe(other);
  expect(Buffer.from(one.slice(5), 'base64url').toString('latin1')).not.toContain('hunter2');
});

test('the key is made with the first secret, and only those who run the console may read it', () => {
  const file = newFile();
  const box = openSecretBox(file);
  expect(() => statSync(file)).toThrow('ENOENT');
  box.seal('hunter2');
  expect(statSync(file).size).toBe(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('another key opens nothing', () => {
  const file = newFile();
  const sealed = openSecretBox(file).seal('hunter2');
  expect(openSecretBox(newFile()).open(sealed)).toBeNull();
  const box = openSecretBox(file);
  writeFileSync(file, Buffer.alloc(32, 1));
  expect(box.open(sealed)).toBeNull();
});

test('an altered text opens nothing, whichever character was changed', () => {
  const box = openSecretBox(newFile());
  const sealed = box.seal('hunter2!');
  for (let at = 0; at < sealed.length; at += 1) {
    const other = sealed[at] === 'A' ? 'B' : 'A';
    expect(box.open(sealed.slice(0, at) + other + sealed.slice(at + 1))).toBeNull();
    expect(box.open(sealed.slice(0, at))).toBeNull();
  }
  for (const text of [
    `${sealed}A`,
    `${sealed} `,
    `${sealed}=`,
    sealed.toUpperCase(),
    '',
    'hunter2',
    'box1.',
    'box2.AAAA',
  ])
    expect(box.open(text)).toBeNull();
  expect(box.open(sealed)).toBe('hunter2!');
});

test('a damaged key is told, with what to do', () => {
  const file = newFile();
  const box = openSecretBox(file);
  const sealed = box.seal('hunter2');
  writeFileSync(file, Buffer.alloc(31));
  const words = `${file} is not a key: restore it, or remove it and enter the mail password again.`;
  expect(() => box.open(sealed)).toThrow(words);
  expect(() => box.seal('hunter2')).toThrow(words);
});
