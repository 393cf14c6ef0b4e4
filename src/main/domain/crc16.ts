/**
 * CRC-16/CCITT-FALSE of ASCII text: polynomial 0x1021, initial value 0xFFFF, nothing reflected (ISO/IEC 13239, as
 * EMVCo's "CRC", id 63, asks).
 *
 * @returns four capital hexadecimal digits.
 */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'ascii')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021;
    }
    crc &= 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
