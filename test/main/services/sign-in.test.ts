import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPasswords } from '../../../src/main/adapters/passwords.ts';
import { openConsole } from '../../../src/main/console.ts';
import type { Passwords } from '../../../src/main/services/ports.ts';
import { openCounter, PIN } from '../../helpers/open-counter.ts';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';
import { noPdf, openTestConsole, requestId } from '../../helpers/open-test-console.ts';
import { ask, codeOf, problemOf, tokensOf } from '../transport/dispatcher-calls.ts';

const PASSWORD = 'correct horse';
const MINUTE = 60_000;

let edge: EdgeCase;
let people = 0;
beforeAll(async () => {
  edge = await openEdgeCase();
});
afterAll(async () => {
  await edge.console.remove();
});

/** Somebody nobody has tried to be yet. */
async function newPerson(role: 'COUNTER' | 'SUPERVISOR' = 'COUNTER') {
  people += 1;
  const username = `person${people}`;
  const { id } = await edge.addUser(role, username);
  return { id, username };
}

const signIn = (username: string, password: string, device = 'counter-1') =>
  codeOf(ask(edge.console, 'session.login', { username, password }, { device }));

async function guess(username: string, times: number, device?: string): Promise<string[]> {
  const codes: string[] = [];
  for (let time = 0; time < times; time += 1) codes.push(await signIn(username, `wrong ${time}`, device));
  return codes;
}

const pass = (minutes: number) =>
  edge.console.clock.set(new Date(edge.console.clock.now().getTime() + minutes * MINUTE));

describe('wrong passwords', () => {
  test('stop that person at that device after five, and nowhere else', async () => {
    const { username } = await newPerson();
    const { username: other } = await newPerson();
    expect(await guess(username, 5)).toEqual(Array(5).fill('UNAUTHENTICATED'));
    const until = new Date(edge.console.clock.now().getTime() + 5 * MINUTE).toISOString();
    expect(await problemOf(ask(edge.console, 'session.login', { username, password: PASSWORD }))).toEqual({
      code: 'LOCKED_OUT',
      message: 'Too many wrong tries here. Try again in 5 min, or at another counter.',
      details: { until },
    });
    expect(await signIn(username.toUpperCase(), PASSWORD)).toBe('LOCKED_OUT');
    expect(await signIn(username, PASSWORD, 'counter-2')).toBe('ok');
    expect(await signIn(other, PASSWORD)).toBe('ok');
  });

  test('stop for 5 minutes, then 10, then 20', async () => {
    const { username } = await newPerson();
    await guess(username, 5);
    for (const minutes of [5, 10, 20]) {
      pass(minutes - 0.001);
      expect(await signIn(username, PASSWORD)).toBe('LOCKED_OUT');
      pass(0.001);
      if (minutes < 20) expect(await guess(username, 2)).toEqual(['UNAUTHENTICATED', 'LOCKED_OUT']);
    }
    expect(await signIn(username, PASSWORD)).toBe('ok');
  });

  test('are forgotten by a right one', async () => {
    const { username } = await newPerson();
    await guess(username, 4);
    expect(await signIn(username, PASSWORD)).toBe('ok');
    expect(await guess(username, 4)).toEqual(Array(4).fill('UNAUTHENTICATED'));
    expect(await signIn(username, PASSWORD)).toBe('ok');
  });

  test('are audited, each with the device, the lock’s own refusals not', async () => {
    const { username, id } = await newPerson();
    await guess(username, 7);
    const { items } = await edge.admin('audit.list', {
      action: 'session.login:failed',
      entityType: 'user',
      entityId: id,
    });
    expect(items).toHaveLength(5);
    expect(items[0]).toMatchObject({ username: null, entityNumber: username, after: { device: 'counter-1' } });
  });

  test('tried all at once get no further: the right one, coming last, is too late', async () => {
    const { username } = await newPerson();
    const guesses = [...Array.from({ length: 19 }, (_, index) => `wrong ${index}`), PASSWORD];
    const codes = await Promise.all(guesses.map((password) => signIn(username, password)));
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'LOCKED_OUT')).toHaveLength(15);
    expect(codes.at(-1)).toBe('LOCKED_OUT');
  });

  test('of somebody without access are wrong passwords, too, right as they may be', async () => {
    const { id, username } = await newPerson();
    await edge.admin('users.deactivate', { id });
    const refused = await problemOf(ask(edge.console, 'session.login', { username, password: PASSWORD }));
    const unknown = await problemOf(ask(edge.console, 'session.login', { username: 'ghost', password: PASSWORD }));
    expect(refused).toEqual(unknown);
  });
});

describe('wrong PINs of a supervisor', () => {
  const approve = async (clerk: string, username: string, pin: string, device: string) => {
    const { access: token } = await tokensOf(edge.console, clerk, PASSWORD, 'office');
    const count = {
      requestId: requestId(),
      entity: 'depot',
      entityId: edge.depotId,
      equipmentId: edge.cylinder14.id,
      condition: 'DAMAGED',
      quantity: people,
      reason: 'counted',
      approval: { username, pin, reason: 'counted twice' },
    };
    return codeOf(ask(edge.console, 'inventories.update', count, { token, device }));
  };

  test('stop the PIN at that counter; the password and the other counters are free', async () => {
    const { username: clerk } = await newPerson();
    const { username: supervisor } = await newPerson('SUPERVISOR');
    const codes: string[] = [];
    for (let time = 0; time < 5; time += 1) codes.push(await approve(clerk, supervisor, '0000', 'counter-1'));
    expect(codes).toEqual(Array(5).fill('UNAUTHENTICATED'));
    expect(await approve(clerk, supervisor, PIN, 'counter-1')).toBe('LOCKED_OUT');
    expect(await approve(clerk, supervisor, PIN, 'counter-2')).toBe('ok');
    expect(await signIn(supervisor, PASSWORD)).toBe('ok');
    pass(5);
    expect(await approve(clerk, supervisor, PIN, 'counter-1')).toBe('ok');
  });
});

describe('what somebody outside can learn', () => {
  test('is the same for a stranger as for a wrong password: one hash each, and the same words', async () => {
    const cheap = createPasswords(1024);
    const asked: string[] = [];
    const counting: Passwords = {
      hash: (secret) => cheap.hash(secret),
      verify(secret, hash) {
        asked.push(secret);
        return cheap.verify(secret, hash);
      },
    };
    const first = await openTestConsole();
    await openCounter(first);
    await first.close();
    const { dataDir, clock } = first;
    const console = await openConsole({ dataDir, pdf: noPdf, clock, passwords: counting });
    const problems = [];
    for (const username of ['admin', 'ghost', 'operator']) {
      problems.push(await problemOf(ask(console, 'session.login', { username, password: 'wrong' })));
    }
    await console.close();
    await rm(dataDir, { recursive: true });
    expect(asked).toEqual(['wrong', 'wrong', 'wrong']);
    expect(problems[1]).toEqual(problems[0]);
    expect(problems[2]).toEqual(problems[0]);
  });
});
