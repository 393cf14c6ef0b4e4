import { expect, test } from 'vitest';
import { decodeIpp, encodeIpp } from '../../../../src/main/adapters/cups/ipp-message.ts';

function field(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  return bytes.byteLength.toString(16).padStart(4, '0') + bytes.toString('hex');
}

/** An attribute as RFC 8010 writes it. */
function attribute(tag: string, name: string, value: string): string {
  return tag + field(name) + value;
}

const LANGUAGE =
  attribute('47', 'attributes-charset', field('utf-8')) + attribute('48', 'attributes-natural-language', field('en'));

test('a question is written as RFC 8010 says', () => {
  const uri = { name: 'job-uri', value: 'ipp://localhost/jobs/42' } as const;
  const bytes = encodeIpp({ operation: 9, uri, user: 'mei 美', wanted: ['job-state', 'job-state-reasons'] });
  expect(bytes.toString('hex')).toBe(
    `0200000900000001` +
      `01${LANGUAGE}${attribute('45', 'job-uri', field('ipp://localhost/jobs/42'))}` +
      attribute('42', 'requesting-user-name', field('mei 美')) +
      attribute('44', 'requested-attributes', field('job-state')) +
      attribute('44', '', field('job-state-reasons')) +
      '03',
  );
});

test('an answer is read: numbers, words, several values, none, ranges, and papers as collections skipped', () => {
  const collection =
    attribute('34', 'media-size-supported', '0000') +
    attribute('4a', '', field('x-dimension')) +
    attribute('21', '', '000400005208') +
    attribute('37', '', '0000') +
    attribute('34', '', '0000') +
    attribute('37', '', '0000');
  const answer = decodeIpp(
    Buffer.from(
      `0200000000000001` +
        `01${LANGUAGE}` +
        `02${attribute('23', 'job-state', '000400000009')}` +
        attribute('44', 'job-state-reasons', field('a')) +
        attribute('44', '', field('b')) +
        attribute('13', 'time-at-processing', '0000') +
        attribute('22', 'job-preserved', '000101') +
        attribute('33', 'copies', '00080000000100000063') +
        collection +
        attribute('42', 'job-name', field('发票')) +
        attribute(
          '35',
          'job-printer-state-message',
          field(Buffer.from(field('en') + field('Ready.'), 'hex').toString()),
        ) +
        `02${attribute('21', 'job-id', '00040000002a')}03`,
      'hex',
    ),
  );
  expect(answer.status).toBe(0);
  expect(answer.objects.map((object) => Object.fromEntries(object))).toEqual([
    {
      'job-state': [9],
      'job-state-reasons': ['a', 'b'],
      'time-at-processing': [null],
      'job-preserved': [true],
      copies: [{ from: 1, to: 99 }],
      'job-name': ['发票'],
      'job-printer-state-message': ['Ready.'],
    },
    { 'job-id': [42] },
  ]);
});

test.each(['', '0200', '0200000000000001', '020000000000000102230009', `0200000000000001022300096a6f622d737461746500`])(
  'what is cut short is told: %s',
  (hex) => {
    expect(() => decodeIpp(Buffer.from(hex, 'hex'))).toThrow(RangeError);
  },
);
