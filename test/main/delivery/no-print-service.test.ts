import { afterEach, beforeEach, expect, it } from 'vitest';
import { MachineError } from '../../../src/shared/errors.ts';
import { type Counter, openCounter } from '../../helpers/open-counter.ts';
import { openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';

let console: TestConsole;
let counter: Counter;

beforeEach(async () => {
  console = await openTestConsole();
  counter = await openCounter(console);
});
afterEach(() => console.remove());

it('a computer that knows no printers says why, and is not in trouble itself', async () => {
  console.tray.list = () => Promise.reject(new MachineError('The print service does not answer: start it.'));
  expect(await counter.admin('printers.list', {})).toEqual({
    items: [],
    trouble: 'The print service does not answer: start it.',
  });
});

it('what breaks in the program itself is told as that', async () => {
  console.tray.list = () => Promise.reject(new Error('a bug'));
  await expect(counter.admin('printers.list', {})).rejects.toThrow('UNEXPECTED');
});
