import { t } from '../../texts/index.ts';
import { type Device, rollOf } from './printing-form.ts';

/** Where a printer is reached, in one line: `192.168.1.50:9100 · 80 mm roll · cash drawer`. */
export function deviceWords({ address }: Device): string {
  switch (address.kind) {
    case 'system':
      return [address.queue, ...(address.tray == null ? [] : [t.printers.trayWords(address.tray)])].join(' · ');
    case 'escpos':
      return [
        `${address.host}:${address.port}`,
        t.printers.papers[rollOf(address)],
        ...(address.hasChinese ? [t.printers.chinese] : []),
        ...(address.hasDrawer ? [t.printers.drawer] : []),
      ].join(' · ');
    case 'file':
      return address.folder;
  }
}
