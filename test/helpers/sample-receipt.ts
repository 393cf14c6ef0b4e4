import type { RollBlock, RollDocument } from '../../src/shared/roll-document.ts';

/** A receipt as a gas depot's counter gives it: two cylinders, one of them against an empty one, paid in cash. */
export function sampleReceipt(customer = 'Bukit Batok Coffee Shop'): RollDocument {
  return {
    title: 'Receipt RCT-KB1-2026-000123',
    opensDrawer: true,
    blocks: [
      { kind: 'text', text: 'Lion Gas Supply Pte Ltd', align: 'center', size: 'large', bold: true },
      { kind: 'text', text: '12 Kaki Bukit Road 1 #01-05, Singapore 415934', align: 'center' },
      { kind: 'text', text: 'GST Reg No M2-1234567-8', align: 'center' },
      { kind: 'rule' },
      { kind: 'text', text: 'RECEIPT', align: 'center', bold: true },
      { kind: 'columns', left: 'RCT-KB1-2026-000123', right: '18 Jul 2026 14:05' },
      { kind: 'text', text: `Customer: ${customer}` },
      { kind: 'rule' },
      ...LINES,
      { kind: 'rule' },
      { kind: 'columns', left: 'Includes 9% GST', right: '12.41' },
      { kind: 'columns', left: 'TOTAL', right: '$150.30', bold: true, size: 'large' },
      { kind: 'columns', left: 'Cash', right: '$160.00' },
      { kind: 'columns', left: 'Change', right: '$9.70' },
      { kind: 'space' },
      { kind: 'qr', data: 'https://depot.example/r/RCT-KB1-2026-000123', caption: 'RCT-KB1-2026-000123' },
      { kind: 'space' },
      { kind: 'text', text: 'Thank you. Check valves for leaks with soapy water.', align: 'center' },
    ],
  };
}

const LINES: RollBlock[] = [
  { kind: 'columns', left: '2 x LPG cylinder 12.7 kg refill @ 38.00', right: '76.00' },
  {
    kind: 'columns',
    left: '1 x Regulator, low pressure, with 1.5 m hose and two clips, fitted and leak tested',
    right: '64.30',
  },
  { kind: 'columns', left: 'Piped gas 3.125 m³', right: '25.00' },
  { kind: 'columns', left: 'Empty returned', right: '-15.00' },
];
