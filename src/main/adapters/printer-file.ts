import { constants } from 'node:fs';
import { access, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { safeFileName } from './file-names.ts';
import { noSuchDocument } from './printer-words.ts';
import type { Printer, PrinterAddress, PrintOrder, PrintOutcome } from './printer.ts';
import { renamePatiently, syncFolder, writeSynced } from './synced-files.ts';

/**
 * A folder as a printer: each order becomes one PDF in it, named after its title; a name that is taken gets " (2)". One
 * file stands for all copies, since a file can be had again.
 */
export function openFilePrinter({ folder }: Extract<PrinterAddress, { kind: 'file' }>): Printer {
  /** What keeps the folder from being written to, or `null`. */
  const trouble = async (): Promise<string | null> => {
    if (!path.isAbsolute(folder)) return `“${folder}” is no full path of a folder: ${CHOOSE}`;
    try {
      // Also true of a folder on a disk that may only be read.
      await access(path.join(folder, path.sep), constants.W_OK | constants.X_OK);
      return null;
    } catch (error) {
      return wordsFor(folder, error);
    }
  };

  return {
    async print(order) {
      const wrong = await trouble();
      if (wrong !== null) return failed(wrong);
      return save(order, folder);
    },

    // Nothing lies between the program and the folder.
    follow: async () => ({ state: 'uncertain', reason: `Look whether the document is in ${folder}.` }),
    cancel: async () => undefined,

    async status() {
      const wrong = await trouble();
      return wrong === null
        ? { state: 'ready', words: `Documents are saved in ${folder}.` }
        : { state: 'unreachable', words: wrong };
    },
  };
}

const CHOOSE = 'choose one in Settings → Printers.';

async function save(order: PrintOrder, folder: string): Promise<PrintOutcome> {
  const bytes = await readFile(order.pdf).catch(() => null);
  if (bytes === null) return failed(noSuchDocument(order.pdf));
  const temporary = path.join(folder, `.printing-${randomUUID()}`);
  let file: string | null = null;
  try {
    await writeSynced(temporary, bytes);
    file = await takeName(folder, order.title);
    await renamePatiently(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    if (file !== null) await rm(file, { force: true });
    return { ...failed(wordsFor(folder, error)), retry: true };
  }
  await syncFolder(folder);
  return { state: 'printed', proof: `saved as ${file}` };
}

/** Makes an empty file of a free name, so that two orders at once do not get the same one. */
async function takeName(folder: string, title: string): Promise<string> {
  const { name, ext } = path.parse(safeFileName(`${title}.pdf`));
  for (let number = 1; ; number += 1) {
    const file = path.join(folder, number === 1 ? `${name}${ext}` : `${name} (${number})${ext}`);
    try {
      await (await open(file, 'wx')).close();
      return file;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

function failed(reason: string): PrintOutcome & { state: 'failed' } {
  return { state: 'failed', reason, retry: false };
}

function wordsFor(folder: string, error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no folder ${folder}: make it, or ${CHOOSE}`;
  if (code === 'ENOSPC') return `The disk of ${folder} is full: free some space, then try again.`;
  return `Nothing can be written into ${folder}: allow it, or ${CHOOSE}`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
