import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const FILES = ['swagger-ui-bundle.js', 'swagger-ui.css'];

/**
 * Puts Swagger UI where host 2 serves it from: the documentation page must work without the internet.
 *
 * @param {string} targetDir
 */
export async function copyDocs(targetDir) {
  const source = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  await fs.mkdir(targetDir, { recursive: true });
  for (const file of FILES) await fs.copyFile(path.join(source, file), path.join(targetDir, file));
}
