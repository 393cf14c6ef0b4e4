import fs from 'node:fs';
import { isBuiltin } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { Arch, build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgramFiles } from '../../src/main/program-files.ts';
import { packedSumatra } from '../../src/main/adapters/windows/sumatra.ts';
import { readSource } from './read-source.ts';
import { writeStandInElectron } from './stand-in-electron.ts';

const root = path.resolve(import.meta.dirname, '../..');
const electron = path.join(root, 'node_modules/electron/package.json');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'depot-pack-'));
const resources = path.join(work, 'dist/win-unpacked/resources');
const asar = path.join(resources, 'app.asar');

let packed: string[] = [];

function textOf(file: string): string {
  return extractFile(asar, file).toString('utf8');
}

/** What the program starts threads from. */
const WORKERS = Object.values<string>({ ...findProgramFiles() })
  .filter((file) => path.basename(file).includes('-worker.'))
  .map((file) => `out/main/${path.basename(file, path.extname(file))}.js`);

/** Whatever a program loads from outside the archive's own files, now or later. */
function packagesUsed(entry: string, seen = new Set<string>()): string[] {
  if (seen.has(entry)) return [];
  seen.add(entry);
  return readSource(entry, textOf(entry)).imports.flatMap(({ specifier }) => {
    if (specifier === null || isBuiltin(specifier)) return [];
    if (!specifier.startsWith('.')) return [specifier];
    return packagesUsed(path.posix.join(path.posix.dirname(entry), specifier), seen);
  });
}

describe('the packed program for Windows', () => {
  beforeAll(async () => {
    const electronDist = path.join(work, 'electron');
    const { version } = JSON.parse(fs.readFileSync(electron, 'utf8')) as { version: string };
    writeStandInElectron(electronDist, version);
    await build({
      projectDir: root,
      targets: Platform.WINDOWS.createTarget('dir', Arch.x64),
      publish: 'never',
      // Fuses are switches inside the real executable: the stand-in has none to set.
      config: {
        extends: 'electron-builder.yml',
        electronDist,
        electronFuses: null,
        directories: { output: path.join(work, 'dist') },
      },
    });
    packed = listPackage(asar, { isPack: false })
      .map((name) => name.replaceAll('\\', '/').slice(1))
      .toSorted();
  });

  afterAll(() => fs.rmSync(work, { recursive: true }));

  it.each([
    'package.json',
    'out/main/electron.js',
    ...WORKERS,
    'out/preload/preload.cjs',
    'out/renderer/index.html',
    'out/fonts/index.json',
    'migrations/0000_initial.sql',
    'migrations/meta/_journal.json',
    'samples/depot-kb1/company.json',
    'node_modules/better-sqlite3/lib/index.js',
    'node_modules/better-sqlite3/prebuilds/win32-x64.node',
    'node_modules/pdf-to-printer/dist/bundle.js',
  ])('holds %s', (file) => {
    expect(packed).toContain(file);
  });

  it.each([
    ['sources', /^src\/|\.(tsx?|map|[ch](pp)?|gyp)$/],
    ['tests', /^test\/|\.test\./],
    ['the house’s tools', /^(scripts|docs|\.ci)\/|\.(ya?ml)$|config\.|tsconfig|package-lock/],
    ['host 2 and its tools', /^out\/(docs|main\/(serve|demo|import)\.js)/],
    ['other platforms', /(linux|darwin|arm64|musl)/],
    ['any package that could be bundled', /^node_modules\/(?!better-sqlite3|pdf-to-printer)[^/]+/],
  ])('holds nothing of %s', (_, pattern) => {
    expect(packed.filter((file) => pattern.test(file))).toEqual([]);
  });

  it('keeps native code and programs outside the archive, where Windows can load them', () => {
    const unpacked = fs
      .readdirSync(`${asar}.unpacked`, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'));
    expect(unpacked).toContain('node_modules/better-sqlite3/prebuilds/win32-x64.node');
    expect(unpacked.filter((name) => name.endsWith('.exe'))).toHaveLength(1);
  });

  it('keeps SumatraPDF where printing starts it', () => {
    expect(fs.existsSync(packedSumatra(() => path.join(asar, 'node_modules/pdf-to-printer/dist/bundle.js')))).toBe(
      true,
    );
  });

  it('starts at the desktop host and needs nothing that is not packed', () => {
    const { main } = JSON.parse(textOf('package.json')) as { main: string };
    expect(path.posix.normalize(main)).toBe('out/main/electron.js');
    const allowed = new Set(['electron', 'better-sqlite3', 'pdf-to-printer']);
    const entries = ['out/main/electron.js', ...WORKERS];
    expect(entries.flatMap((entry) => packagesUsed(entry)).filter((name) => !allowed.has(name))).toEqual([]);
  });
});
