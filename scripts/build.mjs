// Fills out/: main, preload and renderer by electron-vite, fonts and the API's documentation page by copying.
// Started by setup/build.mjs, on the project's Node.

import path from 'node:path';
import { build } from 'electron-vite';
import { copyFonts } from './copy-fonts.mjs';
import { copyDocs } from './copy-docs.mjs';
import { outDir } from './setup/paths.mjs';

await build({ logLevel: 'warn' });
copyFonts(path.join(outDir, 'fonts'));
await copyDocs(path.join(outDir, 'docs'));
