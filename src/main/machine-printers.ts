import type { Fonts } from './adapters/fonts.ts';
import type { PdfRenderer } from './adapters/pdf.ts';
import { openEscposPrinters } from './adapters/printer-escpos.ts';
import type { Printers } from './adapters/printer.ts';
import { openPrinters } from './adapters/printers.ts';
import { openTextPictures } from './adapters/text-pictures.ts';
import type { Db } from './db/db.ts';
import { findSettings } from './services/settings-store.ts';

/** The printers of this computer and the till printers on its network. */
export function openMachinePrinters(db: Db, pdf: PdfRenderer, fonts: Fonts): Printers {
  const openEscpos = openEscposPrinters({ pictures: openTextPictures(pdf, fonts) });
  // Which SumatraPDF prints may be changed while the console runs.
  const printers = () =>
    openPrinters({ openEscpos, sumatraPdfPath: findSettings(db)?.printers.sumatraPdfPath || null });
  return {
    list: () => printers().list(),
    open: (address) => printers().open(address),
  };
}
