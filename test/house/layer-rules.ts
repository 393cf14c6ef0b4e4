/**
 * architecture.md's "Data travels one way", as data. A file belongs to the first layer whose pattern fits its path.
 * `layers` are the layers it may import, beside its own; `types` the ones it may import types of only: that is how an
 * adapter is injected, known by its interface and built by a host. `packages` are packages and node: modules, by prefix.
 */
export interface Layer {
  name: string;
  files: RegExp;
  layers: readonly string[];
  types?: readonly string[];
  packages: readonly string[] | 'any';
}

export const LAYERS: readonly Layer[] = [
  { name: 'shared', files: /^src\/shared\//, layers: [], packages: ['zod'] },
  // A hash is as pure as a sum.
  { name: 'domain', files: /^src\/main\/domain\//, layers: ['shared'], packages: ['node:crypto'] },
  {
    name: 'db',
    files: /^src\/main\/db\//,
    layers: ['shared'],
    packages: ['drizzle-orm', 'better-sqlite3', 'zod', 'node:'],
  },
  {
    name: 'documents',
    files: /^src\/main\/documents\//,
    layers: ['shared'],
    packages: ['react', 'react-dom', 'qrcode-generator'],
  },
  {
    name: 'services',
    files: /^src\/main\/services\//,
    layers: ['domain', 'db', 'shared'],
    types: ['adapters'],
    // No files, no network: their effects happen after commit, from the outbox. Text is parsed where it is checked.
    packages: ['drizzle-orm', 'zod', 'csv-parse', 'node:crypto', 'node:util'],
  },
  {
    name: 'outbox',
    files: /^src\/main\/outbox\//,
    layers: ['services', 'documents', 'domain', 'db', 'shared'],
    types: ['adapters'],
    packages: ['drizzle-orm', 'zod', 'node:crypto', 'node:path', 'node:timers', 'node:util'],
  },
  // An adapter implements a port: it may know the services' types, never their code.
  { name: 'adapters', files: /^src\/main\/adapters\//, layers: ['shared'], types: ['services'], packages: 'any' },
  {
    name: 'transport',
    files: /^src\/main\/transport\//,
    layers: ['services', 'shared'],
    types: ['adapters', 'db'],
    packages: 'any',
  },
  { name: 'preload', files: /^src\/main\/preload\.ts$/, layers: [], packages: ['electron'] },
  {
    name: 'hosts',
    files: /^src\/main\/([^/]+\.tsx?$|(electron|import|demo|restore|bundles|consolidate)\/)/,
    layers: ['transport', 'outbox', 'services', 'documents', 'domain', 'db', 'adapters', 'shared', 'package.json'],
    packages: 'any',
  },
  // The program's version.
  { name: 'package.json', files: /^package\.json$/, layers: [], packages: [] },
  {
    name: 'renderer',
    files: /^src\/renderer\//,
    layers: ['shared'],
    packages: ['react', 'react-dom', '@fontsource/', '@mantine/', '@tabler/', '@tanstack/', 'wouter', 'zustand', 'zod'],
  },
];

/** Packages only some files may import, whatever their layer allows. */
export interface Confined {
  packages: readonly string[];
  files: RegExp;
  /** Files that may name their types but not run them. */
  typesIn?: RegExp;
  why: string;
}

export const CONFINED: readonly Confined[] = [
  {
    packages: ['electron'],
    files: /^src\/main\/(electron\.ts|electron\/.*|preload\.ts|adapters\/[^/]+-electron\.ts)$/,
    typesIn: /^src\/main\/transport\/ipc\.ts$/,
    why: 'everything else must run on plain Node',
  },
  {
    packages: ['better-sqlite3'],
    files: /^src\/main\/db\//,
    why: 'one place opens the books',
  },
  {
    packages: ['mysql2'],
    files: /^src\/main\/consolidate\/database\.ts$/,
    why: 'one place speaks to head office’s database',
  },
];

/** Names only some files may use. `within` is where to look; a name reads `fetch` or `window.depot`. */
export interface ConfinedName {
  names: readonly string[];
  within: RegExp;
  files: RegExp;
  why: string;
}

export const CONFINED_NAMES: readonly ConfinedName[] = [
  {
    names: ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'window.depot', 'globalThis.depot'],
    within: /^src\/renderer\//,
    files: /^src\/renderer\/api\.ts$/,
    why: 'screens ask through the typed client',
  },
  {
    names: ['ipcMain'],
    within: /^src\/main\//,
    files: /^src\/main\/(electron\.ts|electron\/.*)$/,
    why: 'one channel, with its sender check',
  },
];

export const LONGEST_FILE = 250;

/** Files that may be longer, each with its reason. */
export const LONG_FILES: Readonly<Record<string, string>> = {};
