import { createRequire } from 'node:module';
import path from 'node:path';
import type pdfToPrinter from 'pdf-to-printer';
import { isRoll } from '../../../shared/roll-document.ts';
import type { PrintOrder } from '../printer.ts';

export type PrintWithSumatra = typeof pdfToPrinter.print;
export type SumatraOptions = NonNullable<Parameters<PrintWithSumatra>[1]>;

const PROGRAM = 'SumatraPDF-3.4.6-32.exe';

/**
 * The SumatraPDF inside pdf-to-printer. In the packed program it lies beside the archive, for Windows starts nothing out
 * of one; the package itself would look inside, since it knows an Electron program only by `process.mainModule`, which a
 * program made of ES modules has not.
 */
export function packedSumatra(resolve: (name: string) => string = createRequire(import.meta.url).resolve): string {
  const inPackage = path.join(path.dirname(resolve('pdf-to-printer')), PROGRAM);
  return inPackage.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2');
}

/** A roll gets no paper's name and no direction: then SumatraPDF takes page 1's own size. */
export function sumatraOptions(
  queue: string,
  tray: string | null,
  { paper, copies }: Pick<PrintOrder, 'paper' | 'copies'>,
  sumatraPdfPath: string,
): SumatraOptions {
  return {
    printer: queue,
    silent: true,
    scale: 'noscale',
    copies,
    sumatraPdfPath,
    ...(isRoll(paper) ? {} : { paperSize: paper }),
    ...(tray === null ? {} : { bin: tray }),
  };
}

/** SumatraPDF splits its settings at commas and has no way to write one. */
export function isSumatraTray(tray: string): boolean {
  return tray !== '' && !tray.includes(',');
}
