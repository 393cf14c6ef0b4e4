import { describe, expect, test } from 'vitest';
import { contract, type Verb } from '../../../src/shared/contract/index.ts';
import { type FieldError, Refusal } from '../../../src/shared/errors.ts';
import { parseInput } from '../../../src/main/transport/parse-input.ts';

/** What is wrong with an input: `path message`, each. */
function wrongWith(verb: Verb, input: unknown): string[] {
  return errorsOf(verb, input).map(({ path, message }) => `${path} ${message}`.trim());
}

function errorsOf(verb: Verb, input: unknown): FieldError[] {
  try {
    parseInput(contract[verb], input);
  } catch (error) {
    if (error instanceof Refusal && error.problem.code === 'VALIDATION') {
      return (error.problem.details as { errors: FieldError[] }).errors;
    }
    throw error;
  }
  return [];
}

const SALE = {
  requestId: '6f1c2a9e-6c5b-4c43-9d0f-0a4a0b8f6d11',
  customerId: 1,
  source: { kind: 'depot', depotId: 1 },
  items: [{ type: 'cylinder', equipmentId: 1, action: 'DELIVER', quantity: 2 }],
};
const withItem = (fields: object) => ({ ...SALE, items: [{ ...SALE.items[0], ...fields }] });

describe('an input that is right', () => {
  test('is parsed: money is cents, and what may be left out has its default', () => {
    const service = { code: 'HOSE', name: '  Hose & clip ', price: '12.00' };
    expect(parseInput(contract['services.create'], service)).toMatchObject({
      name: 'Hose & clip',
      price: 1200,
      taxCategory: 'SR',
    });
  });

  test('may be nothing where nothing is asked', () => {
    expect(parseInput(contract['setup.status'], undefined)).toEqual({});
    expect(parseInput(contract['setup.status'], null)).toEqual({});
  });
});

describe('an input that is not right is told field by field, in words a clerk understands', () => {
  test.each([
    ['is missing', { ...SALE, customerId: undefined }, 'customerId is missing'],
    ['is missing altogether', {}, 'requestId is missing'],
    ['is of another kind', { ...SALE, customerId: 'one' }, 'customerId must be a number'],
    ['is no whole number', withItem({ quantity: 1.5 }), 'items.0.quantity must be a whole number'],
    ['is too little', withItem({ quantity: 0 }), 'items.0.quantity must be at least 1'],
    ['is too much', withItem({ quantity: 10_000 }), 'items.0.quantity must be at most 9999'],
    ['is too long', { ...SALE, remarks: 'x'.repeat(501) }, 'remarks must have at most 500 characters'],
    ['is too many', { ...SALE, items: Array(201).fill(SALE.items[0]) }, 'items must have at most 200 entries'],
    ['is no uuid', { ...SALE, requestId: 'x' }, 'requestId must be a uuid'],
    ['is none of the words', withItem({ action: 'THROW' }), 'items.0.action must be one of DELIVER'],
    ['is of no known kind', withItem({ type: 'balloon' }), 'items.0.type '],
    ['is not asked for', { ...SALE, colour: 'red' }, 'colour is not a field of this verb'],
    ['is not asked for within', withItem({ colour: 'red' }), 'items.0.colour is not a field of this verb'],
    ['is no object', 'a sale', 'must be an object'],
    ['is a list', [SALE], 'must be an object'],
  ])('when it %s', (_what, input, message) => {
    expect(wrongWith('transactions.create', input)).toContainEqual(expect.stringContaining(message));
  });

  test('in the contract’s own words where it has some', () => {
    const { requestId } = SALE;
    const count = { requestId, entity: 'depot', entityId: 1, equipmentId: 1, quantity: 1, reason: 'x' };
    expect(wrongWith('inventories.update', count)).toEqual(['reason must say why, in three letters at least']);
    expect(wrongWith('session.changePassword', { currentPassword: 'a', newPassword: 'b', newPin: 'c' })).toEqual([
      'newPassword must have 8 characters at least',
      'newPin must be 4 to 8 digits',
    ]);
    const customer = { code: 'K 1', name: ' ', address: '1 Road', postalCode: '12', email: 'k' };
    expect(wrongWith('customers.create', customer)).toEqual([
      'code must be letters, digits, dots or dashes, without spaces',
      'name must not be empty',
      expect.stringContaining('email must be an e-mail address'),
      'postalCode must be a Singapore postal code of six digits',
    ]);
  });

  test('all of it at once, in the order of the form', () => {
    expect(wrongWith('depots.create', { code: 3, kind: 'HEAVEN' }).map((line) => line.split(' ')[0])).toEqual([
      'code',
      'name',
      'kind',
    ]);
  });

  test('and never in the words of a program', () => {
    const inputs = [
      {},
      { ...SALE, requestId: 'x', customerId: {}, items: 3 },
      withItem({ rate: 'cheap', quantity: 'two', equipmentId: null }),
      { ...SALE, payment: { method: 'GOLD', amount: '1,000' }, currentMeter: 'a lot', businessDate: '20/1/26' },
    ];
    const words = inputs.flatMap((input) => wrongWith('transactions.create', input)).join('\n');
    expect(words).not.toMatch(/Invalid|expected|received|pattern|undefined|NaN|regex|ISO/);
  });

  test('with no more than fifty of them, however much is wrong', () => {
    const items = Array.from({ length: 200 }, () => ({ type: 'cylinder', equipmentId: 'x', action: 1, quantity: 0 }));
    expect(errorsOf('transactions.create', { ...SALE, items })).toHaveLength(50);
  });

  test('with a name that is no name cut short', () => {
    const [error] = errorsOf('setup.status', { ['x'.repeat(5000)]: 1 });
    expect(error?.path).toHaveLength(60);
  });

  test('the first of them is the sentence', () => {
    expect(() => parseInput(contract['depots.get'], {})).toThrow('id: is missing');
    expect(() => parseInput(contract['depots.get'], 3)).toThrow('The input: must be an object');
  });

  test.each(['{"__proto__":{"id":1}}', '{"constructor":1}', '{"id":1,"__proto__":null}'])('%s is no way in', (json) => {
    expect(wrongWith('depots.get', JSON.parse(json))).not.toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'id')).toBe(false);
  });
});
