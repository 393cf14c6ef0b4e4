import { afterEach, describe, expect, test } from 'vitest';
import { ApiProblem, offline } from '../../src/renderer/api-problem.ts';
import { patiently } from '../../src/renderer/data/patiently.ts';
import { useConnection } from '../../src/renderer/state/connection.ts';

/** A host that is away for so many tries. */
function asker(triesAway: number) {
  const tries = { count: 0 };
  const ask = async () => {
    tries.count += 1;
    if (tries.count <= triesAway) {
      useConnection.setState({ isAway: true });
      throw offline();
    }
    return 'answer';
  };
  return { ask, tries };
}

function waiting() {
  const { signal, abort } = withAbort();
  const heard: boolean[] = [];
  return { patience: { signal, onWaiting: (isWaiting: boolean) => heard.push(isWaiting) }, heard, abort };
}

function withAbort() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

const comesBack = () => useConnection.setState({ isAway: false });

afterEach(comesBack);

describe('asking patiently', () => {
  test('asks once when the host answers', async () => {
    const { ask, tries } = asker(0);
    const { patience, heard } = waiting();
    await expect(patiently(ask, patience)).resolves.toBe('answer');
    expect(tries.count).toBe(1);
    expect(heard).toEqual([]);
  });

  test('asks again each time the host is back, and not before', async () => {
    const { ask, tries } = asker(2);
    const { patience, heard } = waiting();
    const answer = patiently(ask, patience);
    await expect.poll(() => heard).toEqual([true]);
    expect(tries.count).toBe(1);
    comesBack();
    await expect.poll(() => heard).toEqual([true, false, true]);
    expect(tries.count).toBe(2);
    comesBack();
    await expect(answer).resolves.toBe('answer');
    expect(heard).toEqual([true, false, true, false]);
  });

  test('gives up when nobody waits any more: what became of it is not known', async () => {
    const { ask, tries } = asker(1);
    const { patience, heard, abort } = waiting();
    const answer = patiently(ask, patience);
    await expect.poll(() => heard).toEqual([true]);
    abort();
    await expect(answer).rejects.toMatchObject({ code: 'OFFLINE' });
    comesBack();
    expect(tries.count).toBe(1);
  });

  test('never repeats what the host refused', async () => {
    const refusal = new ApiProblem({ code: 'INSUFFICIENT_STOCK', message: 'Only 0 full, 1 asked.' });
    const { patience, heard } = waiting();
    const ask = async () => {
      throw refusal;
    };
    await expect(patiently(ask, patience)).rejects.toBe(refusal);
    expect(heard).toEqual([]);
  });
});
