import { describe, expect, test } from 'vitest';
import { ApiProblem } from '../../src/renderer/api-problem.ts';
import { withApproval } from '../../src/renderer/data/with-approval.ts';
import { type Approval, useApproval } from '../../src/renderer/state/approval.ts';

const overLimit = new ApiProblem({ code: 'CREDIT_LIMIT', message: 'Over the credit limit by $40.00.' });
const wrongPin = new ApiProblem({ code: 'UNAUTHENTICATED', message: 'User name or PIN is wrong.' });
const noStock = new ApiProblem({ code: 'INSUFFICIENT_STOCK', message: 'Only 0 full, 1 asked.' });
const yes: Approval = { username: 'super1', pin: '246810', reason: 'Pays on Friday' };
const wrong: Approval = { ...yes, pin: '111111' };

/** Sends under these refusals, one after the other, and then succeeds. */
function sender(...refusals: ApiProblem[]) {
  const sent: (Approval | undefined)[] = [];
  const send = async (approval?: Approval) => {
    sent.push(approval);
    const refusal = refusals.shift();
    if (refusal) throw refusal;
    return 'saved';
  };
  return { send, sent };
}

/** What is asked at the counter, once it is. */
async function asked() {
  await expect.poll(() => useApproval.getState().pending).not.toBeNull();
  const { pending } = useApproval.getState();
  if (pending === null) throw new Error('nothing is asked');
  return pending;
}

describe('a command that needs another person’s yes', () => {
  test('asks for it, and is sent again with it', async () => {
    const { send, sent } = sender(overLimit);
    const result = withApproval(send);
    const { question, answer } = await asked();
    expect(question).toBe(overLimit);
    answer(yes);
    await expect(result).resolves.toBe('saved');
    expect(sent).toEqual([undefined, yes]);
  });

  test('still says what it is about after a wrong PIN, and what was typed', async () => {
    const { send, sent } = sender(overLimit, wrongPin, wrongPin);
    const result = withApproval(send);
    (await asked()).answer(wrong);
    const second = await asked();
    expect(second).toMatchObject({ question: overLimit, tried: { approval: wrong, refusal: wrongPin } });
    second.answer(wrong);
    (await asked()).answer(yes);
    await expect(result).resolves.toBe('saved');
    expect(sent).toEqual([undefined, wrong, wrong, yes]);
  });

  test('asks for another person where one may not approve it', async () => {
    const mayNot = new ApiProblem({
      code: 'APPROVAL_REQUIRED',
      message: 'Counter Two may not approve this: ask a supervisor.',
      details: { needs: 'approver' },
    });
    const { send } = sender(overLimit, mayNot);
    const result = withApproval(send);
    (await asked()).answer(wrong);
    const { question, tried, answer } = await asked();
    expect([question, tried?.refusal]).toEqual([overLimit, mayNot]);
    answer(yes);
    await expect(result).resolves.toBe('saved');
  });

  test('is refused for what it was about when nobody says yes, however many were wrong', async () => {
    const { send } = sender(overLimit, wrongPin);
    const result = withApproval(send);
    (await asked()).answer(wrong);
    (await asked()).answer(null);
    await expect(result).rejects.toBe(overLimit);
  });

  test('asks first where that is known, and is refused for anything else at once', async () => {
    const { send, sent } = sender(noStock);
    const result = withApproval(send, overLimit);
    (await asked()).answer(yes);
    await expect(result).rejects.toBe(noStock);
    expect(sent).toEqual([yes]);
  });

  test('asks nothing when it is not about an approval: a wrong password is one’s own', async () => {
    const { send } = sender(wrongPin);
    await expect(withApproval(send)).rejects.toBe(wrongPin);
    expect(useApproval.getState().pending).toBeNull();
  });
});
