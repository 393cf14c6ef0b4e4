import { expect, test } from 'vitest';
import { createAnswerReader } from '../../../../src/main/adapters/escpos/answers.ts';

function read(...pieces: number[][]) {
  const reader = createAnswerReader();
  return pieces.flatMap((piece) => reader(Uint8Array.from(piece)));
}

const PROCESS_ID = [0x37, 0x22, 0x30, 0x30, 0x34, 0x32, 0x00];

test('states, paper and process ids are told apart by their bits', () => {
  expect(read([0x12, 0x16, 0x7e, 0x00, 0x03, ...PROCESS_ID])).toEqual([
    { kind: 'state', byte: 0x12 },
    { kind: 'state', byte: 0x16 },
    { kind: 'state', byte: 0x7e },
    { kind: 'worked-off', byte: 0x00 },
    { kind: 'worked-off', byte: 0x03 },
    { kind: 'process-id', id: '0042' },
  ]);
});

test('an answer in pieces is one answer', () => {
  expect(read([0x37, 0x22, 0x30], [], [0x30, 0x34, 0x32], [0x00])).toEqual([{ kind: 'process-id', id: '0042' }]);
});

test('what nobody asked for is left out: automatic states, flow control, other blocks', () => {
  expect(read([0x14, 0x00, 0x00, 0x0f, 0x12])).toEqual([{ kind: 'state', byte: 0x12 }]);
  expect(read([0x11, 0x13, 0xff, 0x12])).toEqual([{ kind: 'state', byte: 0x12 }]);
  expect(read([0x37, 0x70, 0x40, 0x00, 0x12])).toEqual([{ kind: 'state', byte: 0x12 }]);
});
