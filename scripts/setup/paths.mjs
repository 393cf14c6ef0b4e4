import path from 'node:path';
import { fileURLToPath } from 'node:url';

// import.meta.dirname needs Node 20.11; this file runs on 18.
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const outDir = path.join(projectRoot, 'out');
export const nodeModules = path.join(projectRoot, 'node_modules');
