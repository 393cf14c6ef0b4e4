import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from './read-source.ts';
import { findViolations } from './violations.ts';

const root = path.resolve(import.meta.dirname, '../..');

function sourcesIn(...folders: string[]) {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|mjs)$/.test(name))
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
      .map((file) => readSource(file, fs.readFileSync(path.join(root, file), 'utf8'))),
  );
}

/** What a small program made of these files would be blamed for. */
function blame(files: Record<string, string>): string[] {
  return findViolations(Object.entries(files).map(([file, text]) => readSource(file, text)));
}

describe('the house', () => {
  it('keeps its layers, has no cycles and no long files', () => {
    const sources = sourcesIn('src', 'test', 'scripts');
    expect(sources.length).toBeGreaterThan(20);
    expect(findViolations(sources)).toEqual([]);
  });
});

describe('the layer test itself', () => {
  it.each([
    ['a static import', "import { a } from '../db/open.ts'; a;"],
    ['a re-export', "export { a } from '../db/open.ts';"],
    ['a star re-export', "export * from '../db/open.ts';"],
    ['a dynamic import', "export const a = () => import('../db/open.ts');"],
    ['a type', "import type { A } from '../db/open.ts'; export type B = A;"],
    ['an import() type', "export type B = import('../db/open.ts').A;"],
    ['a side effect', "import '../db/open.ts';"],
  ])('sees a broken layer in %s', (_, text) => {
    expect(blame({ 'src/main/domain/rule.ts': text })).toEqual([
      'src/main/domain/rule.ts imports src/main/db/open.ts: domain may not import db',
    ]);
  });

  it('lets an adapter be known by its types only', () => {
    const file = 'src/main/services/a.ts';
    expect(blame({ [file]: "import type { Pdf } from '../adapters/pdf.ts'; export type A = Pdf;" })).toEqual([]);
    expect(blame({ [file]: "import { type Pdf } from '../adapters/pdf.ts'; export type A = Pdf;" })).toEqual([]);
    expect(blame({ [file]: "import { pdf, type Pdf } from '../adapters/pdf.ts'; pdf;" })).toEqual([
      `${file} imports src/main/adapters/pdf.ts: services may import only types of adapters`,
    ]);
  });

  it('sees a package a layer may not have', () => {
    expect(blame({ 'src/shared/a.ts': "import fs from 'node:fs'; fs;" })).toEqual([
      'src/shared/a.ts imports node:fs: shared may not import that package',
    ]);
    expect(blame({ 'src/shared/a.ts': "import { z } from 'zod'; z;" })).toEqual([]);
    expect(blame({ 'src/shared/a.ts': "import { z } from 'zodiac'; z;" })).toHaveLength(1);
    expect(blame({ 'src/renderer/a.ts': "import { ipcRenderer } from 'electron'; ipcRenderer;" })).toHaveLength(1);
    expect(blame({ 'src/main/serve.ts': "import { app } from 'electron'; app;" })).toEqual([
      'src/main/serve.ts imports electron: everything else must run on plain Node',
    ]);
  });

  it('lets ipc.ts name types of electron but not run it', () => {
    const file = 'src/main/transport/ipc.ts';
    expect(blame({ [file]: "import type { WebContents } from 'electron'; export type A = WebContents;" })).toEqual([]);
    expect(blame({ [file]: "import { app } from 'electron'; app;" })).toHaveLength(1);
  });

  it('sees an import nobody can check', () => {
    expect(blame({ 'src/main/serve.ts': 'export const load = (name: string) => import(name);' })).toEqual([
      'src/main/serve.ts imports something that only shows at run time',
    ]);
  });

  it('sees a file outside every layer', () => {
    expect(blame({ 'src/utils/a.ts': 'export const a = 1;' })).toEqual(['src/utils/a.ts belongs to no layer']);
  });

  it('sees screens that go round the client, and nobody else', () => {
    const screen = 'src/renderer/features/sale.tsx';
    expect(blame({ [screen]: "export const a = <b>{fetch('/x')}</b>;" })).toEqual([
      `${screen} uses fetch: screens ask through the typed client`,
    ]);
    expect(blame({ [screen]: "export const a = window.depot.invoke('x');" })).toHaveLength(1);
    expect(blame({ [screen]: "export const a = window['depot'];" })).toHaveLength(1);
    expect(blame({ [screen]: 'export const a = (query: { fetch: () => void }) => query.fetch();' })).toEqual([]);
    expect(blame({ 'src/renderer/api.ts': "export const a = fetch('/x');" })).toEqual([]);
  });

  it('sees cycles, each once', () => {
    const files = {
      'src/shared/a.ts': "import { b } from './b.ts'; export const a = b;",
      'src/shared/b.ts': "import { c } from './c.ts'; export const b = c;",
      'src/shared/c.ts': "import type { a } from './a.ts'; export const c: typeof a = 1;",
    };
    expect(blame(files)).toEqual(['cycle: src/shared/a.ts → src/shared/b.ts → src/shared/c.ts → src/shared/a.ts']);
  });

  it('sees a file that grew too long', () => {
    expect(blame({ 'src/shared/a.ts': 'export {};\n'.repeat(251) })).toEqual([
      'src/shared/a.ts has 251 lines: above 250 a file needs a reason in layer-rules.ts',
    ]);
    expect(blame({ 'src/shared/a.ts': 'export {};\n'.repeat(250) })).toEqual([]);
  });
});
