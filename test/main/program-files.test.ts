import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findProgramFiles } from '../../src/main/program-files.ts';

it('finds the program’s files from the sources, where tests run', () => {
  const { migrations, sample, integrityWorker } = findProgramFiles();
  expect(fs.existsSync(integrityWorker)).toBe(true);
  expect(fs.existsSync(path.join(migrations, 'meta/_journal.json'))).toBe(true);
  expect(fs.existsSync(path.join(sample, 'company.json'))).toBe(true);
});

it.each(['out/main', 'out/main/chunks'])('finds them from %s of the packed program', (folder) => {
  const asar = fs.mkdtempSync(path.join(os.tmpdir(), 'depot-asar-'));
  const from = path.join(asar, folder);
  fs.mkdirSync(from, { recursive: true });
  fs.writeFileSync(path.join(asar, 'package.json'), '{}');
  expect(findProgramFiles(from)).toMatchObject({
    migrations: path.join(asar, 'migrations'),
    fonts: path.join(asar, 'out/fonts'),
    integrityWorker: path.join(asar, 'out/main/integrity-worker.js'),
  });
  fs.rmSync(asar, { recursive: true });
});

it('says so when the program is torn apart', () => {
  expect(() => findProgramFiles(path.parse(import.meta.dirname).root)).toThrow('own files are missing');
});
