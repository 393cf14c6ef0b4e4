import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openCourier } from '../../../src/main/adapters/courier/open-courier.ts';
import { writeBytes, type WriteBytes } from '../../../src/main/adapters/courier/to-folder.ts';
import { createFakeLetterbox } from '../../helpers/fake-letterbox.ts';
import { BYTES, NAME, PARCEL as parcel, prepareParcel } from './prepared-parcel.ts';

let bundles: string;
let hq: string;
beforeEach(() => {
  ({ bundles, hq } = prepareParcel());
});

function deliver(write: WriteBytes = writeBytes, silenceMs = 10_000) {
  const courier = openCourier({ folder: bundles, mailer: createFakeLetterbox(), write, silenceMs });
  return courier.deliver(parcel, { kind: 'folder', folder: hq });
}

/** Fails like a disk that has room for so many bytes. */
function fullAfter(room: number): WriteBytes {
  let left = room;
  return async (handle, bytes) => {
    const taken = bytes.subarray(0, Math.max(0, left));
    left -= taken.length;
    await writeBytes(handle, taken);
    if (taken.length < bytes.length) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  };
}

describe('a bundle into a folder', () => {
  test('is there with the same bytes and nothing beside it; brought again, it is known', async () => {
    const target = path.join(hq, NAME);
    expect(await deliver()).toEqual({ state: 'delivered', proof: `${target} was written, read back and is the same.` });
    expect(readFileSync(target).equals(BYTES)).toBe(true);
    expect(readdirSync(hq)).toEqual([NAME]);
    expect(await deliver()).toEqual({ state: 'delivered', proof: `${target} was there already, with the same bytes.` });
  });

  test('leaves another file of its name alone, and says so', async () => {
    writeFileSync(path.join(hq, NAME), 'somebody else’s');
    const outcome = await deliver();
    expect(outcome).toMatchObject({ state: 'failed', retry: false });
    expect(outcome).toHaveProperty('reason', expect.stringContaining(`Another ${NAME} with other bytes lies in ${hq}`));
    expect(readFileSync(path.join(hq, NAME), 'utf8')).toBe('somebody else’s');
    writeFileSync(path.join(hq, NAME), Buffer.alloc(BYTES.length, 'bundlE '));
    expect(await deliver()).toMatchObject({ state: 'failed', retry: false });
  });

  test('that the disk has no room for is nowhere, and comes whole when it has', async () => {
    expect(await deliver(fullAfter(400_000))).toEqual({
      state: 'failed',
      reason: `The disk of ${hq} is full: free some space there.`,
      retry: true,
    });
    expect(readdirSync(hq)).toEqual([]);
    expect(await deliver()).toMatchObject({ state: 'delivered' });
  });

  test('starts anew over what a crash left of it', async () => {
    writeFileSync(path.join(hq, `.${NAME}.sending`), BYTES.subarray(0, 1000));
    expect(await deliver()).toMatchObject({ state: 'delivered' });
    expect(readdirSync(hq)).toEqual([NAME]);
  });

  test('that the disk gives back otherwise gets no name', async () => {
    const spoils: WriteBytes = (handle, bytes) =>
      writeBytes(
        handle,
        bytes.map((byte) => byte ^ 1),
      );
    expect(await deliver(spoils)).toEqual({
      state: 'failed',
      reason: `${hq} gave other bytes back than were written: is its disk well?`,
      retry: true,
    });
    expect(readdirSync(hq)).toEqual([]);
  });

  test('waits for a folder that is gone', async () => {
    rmSync(hq, { recursive: true });
    expect(await deliver()).toEqual({
      state: 'failed',
      reason: `The folder ${hq} is not there: is its disk plugged in, or the share connected?`,
      retry: true,
    });
    writeFileSync(hq, 'a file');
    expect(await deliver()).toMatchObject({ state: 'failed', reason: `${hq} is no folder.`, retry: true });
  });

  test('does not wait for a share that says nothing, nor asks it again meanwhile', async () => {
    const { promise: answer, resolve } = Promise.withResolvers<undefined>();
    let asked = 0;
    const hangs: WriteBytes = async () => {
      asked += 1;
      await answer;
    };
    const courier = openCourier({ folder: bundles, mailer: createFakeLetterbox(), write: hangs, silenceMs: 50 });
    const silent = { state: 'failed', reason: `${hq} does not answer: is its disk well, or the share connected?` };
    const road = { kind: 'folder', folder: hq } as const;
    expect(await courier.deliver(parcel, road)).toMatchObject(silent);
    expect(await courier.deliver(parcel, road)).toMatchObject(silent);
    expect(asked).toBe(1);
    resolve(undefined);
    await expect.poll(() => readdirSync(hq)).toEqual([]);
  });
});

describe('a bundle that is not what was made', () => {
  test.each(['gone', 'changed'])('because it is %s does not leave the house', async (what) => {
    if (what === 'gone') rmSync(path.join(bundles, NAME));
    else writeFileSync(path.join(bundles, NAME), BYTES.subarray(1));
    expect(await deliver()).toEqual({
      state: 'failed',
      reason:
        what === 'gone'
          ? `${NAME} is not in the folder bundles any more: put it back from a copy of the data folder, then send it again.`
          : `${NAME} in the folder bundles is not the file that was made, so it was not sent: put the right one back from a copy of the data folder, then send it again.`,
      retry: false,
    });
    expect(readdirSync(hq)).toEqual([]);
  });

  test('is noticed, too, when it changes while it is sent', async () => {
    const changes: WriteBytes = (handle, bytes) => {
      copyFileSync(import.meta.filename, path.join(bundles, NAME));
      return writeBytes(handle, bytes);
    };
    expect(await deliver(changes)).toMatchObject({ state: 'failed', retry: false });
    expect(readdirSync(hq)).toEqual([]);
  });
});

describe('a test of a folder', () => {
  test('writes a small file and removes it, or says what is wrong', async () => {
    const courier = openCourier({ folder: bundles, mailer: createFakeLetterbox() });
    const road = { kind: 'folder', folder: hq } as const;
    expect(await courier.probe(road)).toEqual({ state: 'delivered', proof: `${hq} can be written to.` });
    expect(readdirSync(hq)).toEqual([]);
    rmSync(hq, { recursive: true });
    expect(await courier.probe(road)).toMatchObject({ state: 'failed' });
  });
});
