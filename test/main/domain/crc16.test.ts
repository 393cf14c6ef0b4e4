import { expect, test } from 'vitest';
import { crc16 } from '../../../src/main/domain/crc16.ts';

test('the check value every catalogue of CRCs gives', () => {
  expect(crc16('123456789')).toBe('29B1');
});

// PayNow codes that merchants have published, as scanned: their last four digits are the CRC over all before.
test.each([
  '00020101021126430009SG.PAYNOW010120210T04SS0129D030110502QS51810007SG.SGQR011221073031741D020701.000103066003160402010503279060400000708202107305204000053037025802SG5925LOVING HEART MULTI-SERVIC6009Singapore6304A177',
  '00020101021226580009SG.PAYNOW010120213T08GB0025ACT1030100414202309281618205204000053037025406203.005802SG5915JTC CORPORATION6009SINGAPORE62260122RD030320230928293002816304E9D2',
])('a published PayNow code has its own CRC: %s', (code) => {
  expect(crc16(code.slice(0, -4))).toBe(code.slice(-4));
});

test('a CRC that begins with a nought keeps it', () => {
  const found = Array.from({ length: 100 }, (_, number) => crc16(String(number))).filter((crc) => crc.startsWith('0'));
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((crc) => /^[0-9A-F]{4}$/.test(crc))).toBe(true);
});
