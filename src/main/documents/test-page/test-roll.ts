import { formatInstant, type Instant } from '../../../shared/dates.ts';
import type { RollDocument } from '../../../shared/roll-document.ts';

/** Shows what a printer can: letters of all the scripts in use, a figure at the right edge, a code to scan. */
export function testRoll({ printer, company, at }: { printer: string; company: string; at: Instant }): RollDocument {
  return {
    title: `Test page for ${printer}`,
    opensDrawer: false,
    blocks: [
      { kind: 'text', text: company, align: 'center', bold: true, size: 'large' },
      { kind: 'text', text: 'Test page', align: 'center' },
      { kind: 'rule' },
      { kind: 'text', text: `Printer: ${printer}` },
      { kind: 'text', text: formatInstant(at) },
      { kind: 'rule' },
      { kind: 'columns', left: 'CYL 14 kg × 2', right: '73.00' },
      { kind: 'columns', left: '福满楼海鲜餐馆', right: '181.40' },
      { kind: 'columns', left: 'முருகன் உணவகம்', right: '12.00' },
      { kind: 'rule' },
      { kind: 'qr', data: 'DEPOT-CONSOLE-TEST', caption: 'The scanner reads this' },
    ],
  };
}
