import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { z } from 'zod';

const manifest = z.object({ version: z.string() });

/**
 * Unpacks the browser of the development package @sparticuz/chromium once per machine, user and version (about 1.5 s).
 * Not by the package's own function: that takes a file which another process is still writing, or which a crash left
 * half written, for the whole browser.
 *
 * @returns the program's path, or `null` when the package is not there or is not for this machine.
 */
export async function unpackChromium(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const packed = packedChromium();
  if (packed === null) return null;
  const { version } = manifest.parse(JSON.parse(await readFile(path.join(packed, 'package.json'), 'utf8')));
  const target = path.join(os.tmpdir(), `depot-chromium-${version}-${os.userInfo().username}`);
  const program = path.join(target, 'chromium');
  if (await exists(program)) return program;

  const fresh = await mkdtemp(`${target}-`);
  try {
    await pipeline(
      createReadStream(path.join(packed, 'bin/chromium.br')),
      createBrotliDecompress({ chunkSize: 2 ** 21 }),
      createWriteStream(path.join(fresh, 'chromium'), { mode: 0o700 }),
    );
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another process was quicker.
    if (!(await exists(program))) throw error;
  }
  return program;
}

function packedChromium(): string | null {
  try {
    return path.resolve(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../..');
  } catch {
    return null;
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
