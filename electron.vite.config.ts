import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/** Host 2 and tests draw PDFs with them, by dynamic import; the installed program uses Electron's own Chromium. */
const NOT_IN_THE_APP = ['puppeteer-core', '@sparticuz/chromium'];

/** React's production build, chosen at build time: the other one renders documents several times slower. */
const define = { 'process.env.NODE_ENV': '"production"' };

/** electron-vite insists on './', for file:// pages. Ours come from app://depot/ and http://, and have deep links. */
const absoluteBase: Plugin = { name: 'absolute-base', config: () => ({ base: '/' }) };

/**
 * ssh2 tries two native modules that make it faster, and does without when requiring them fails. They would have to be
 * compiled for each computer: they fail here.
 */
const withoutNativeSsh: Plugin = {
  name: 'without-native-ssh',
  enforce: 'pre',
  resolveId: (source) => (/^cpu-features$|sshcrypto\.node$/.test(source) ? '\0native-ssh.cjs' : null),
  load: (id) => (id === '\0native-ssh.cjs' ? "throw new Error('not compiled'); module.exports = {};" : null),
};

/**
 * Three programs into out/. Everything imported is bundled except package.json's `dependencies` (native code and an
 * executable), so that the packed app carries those two packages and nothing else of node_modules.
 */
export default defineConfig({
  main: {
    define,
    plugins: [withoutNativeSsh],
    build: {
      externalizeDeps: { include: NOT_IN_THE_APP },
      rolldownOptions: {
        input: {
          electron: 'src/main/electron.ts',
          serve: 'src/main/serve.ts',
          demo: 'src/main/demo.ts',
          import: 'src/main/import.ts',
          restore: 'src/main/restore.ts',
          'integrity-worker': 'src/main/integrity-worker.ts',
          'backup-worker': 'src/main/backup-worker.ts',
          'bundle-worker': 'src/main/bundle-worker.ts',
          'verify-bundle': 'src/main/verify-bundle.ts',
          consolidate: 'src/main/consolidate.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload must be one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'src/main/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    define,
    plugins: [react(), absoluteBase],
    build: {
      minify: true,
      // It is loaded from the same machine.
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
});
