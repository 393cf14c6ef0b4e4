/**
 * What each npm script needs and runs. `script` is run by the project's Node from the project's root; a task without one
 * ends after the set-up.
 *
 * @type {Record<string, { needsBuild: boolean, script?: string, args?: string[] }>}
 */
export const TASKS = {
  start: { needsBuild: true, script: 'scripts/start.mjs' },
  serve: { needsBuild: true, script: 'out/main/serve.js' },
  demo: { needsBuild: true, script: 'out/main/demo.js' },
  import: { needsBuild: true, script: 'out/main/import.js' },
  restore: { needsBuild: true, script: 'out/main/restore.js' },
  'verify-bundle': { needsBuild: true, script: 'out/main/verify-bundle.js' },
  consolidate: { needsBuild: true, script: 'out/main/consolidate.js' },
  build: { needsBuild: true },
  check: { needsBuild: false, script: 'scripts/check.mjs' },
  test: { needsBuild: true, script: 'scripts/test.mjs' },
  'test:system': { needsBuild: true, script: 'scripts/test-system.mjs' },
  bench: { needsBuild: true, script: 'test/bench/run.ts' },
  'bench:ui': { needsBuild: true, script: 'test/bench/run.ts', args: ['ui'] },
  screenshots: { needsBuild: true, script: 'test/screens/run.ts' },
  'pack:win': { needsBuild: true, script: 'node_modules/electron-builder/cli.js', args: ['--win', '--dir'] },
};
