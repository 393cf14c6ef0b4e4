import { describe, expect, test } from 'vitest';
import type { SftpRoad } from '../../../src/main/adapters/courier/courier.ts';
import { HOST_KEY } from '../../helpers/fake-courier.ts';
import { openSftpServer } from '../../helpers/open-sftp-server.ts';
import { BYTES, NAME, PARCEL, prepareParcel } from './prepared-parcel.ts';

const TARGET = `/in/${NAME}`;

async function open() {
  const server = await openSftpServer();
  const { courier } = prepareParcel();
  const road: SftpRoad = {
    kind: 'sftp',
    host: '127.0.0.1',
    port: server.port,
    user: 'kb1',
    password: server.password,
    privateKey: null,
    passphrase: null,
    folder: '/in',
    hostKey: server.hostKey,
  };
  const name = `127.0.0.1:${server.port}`;
  const deliver = (other: Partial<SftpRoad> = {}) => courier().deliver(PARCEL, { ...road, ...other });
  return { server, road, name, courier, deliver };
}

const failed = (reason: string, retry = true) => ({ state: 'failed', reason, retry });

describe('a bundle over SFTP', () => {
  test('is there whole and once, and nothing beside it', async () => {
    const { server, deliver } = await open();
    const proof = `${TARGET} on 127.0.0.1 has all ${BYTES.length} bytes.`;
    expect(await deliver()).toEqual({ state: 'delivered', proof });
    expect([...server.files.keys()]).toEqual([TARGET]);
    expect(server.files.get(TARGET)?.equals(BYTES)).toBe(true);
    expect(await deliver()).toMatchObject({ proof: `${TARGET} on 127.0.0.1 was there already, with the same bytes.` });
    expect(server.files.size).toBe(1);
  });

  test('is known to be there when the server hangs up on what was read', async () => {
    const { server, deliver } = await open();
    await deliver();
    server.hangsUpAtClose = true;
    // Nobody listens for the end of that file any more: an error there would end the program.
    expect(await deliver()).toMatchObject({ state: 'delivered' });
    expect(await deliver()).toMatchObject({ state: 'delivered' });
  });

  test('goes there with a private key, too', async () => {
    const { server, deliver } = await open();
    expect(await deliver({ password: null, privateKey: server.userKey.private })).toMatchObject({ state: 'delivered' });
    const outcome = await deliver({ password: null, privateKey: 'no key' });
    expect(outcome).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('private key cannot be used') as string,
    });
  });

  test('is there whole after the line was cut in its middle', async () => {
    const { server, name, deliver } = await open();
    server.cutAfter = 300_000;
    expect(await deliver()).toEqual(
      failed(`The line to the SFTP server at ${name} broke off before the bundle was through.`),
    );
    expect(server.files.has(TARGET)).toBe(false);
    server.cutAfter = null;
    expect(await deliver()).toMatchObject({ state: 'delivered' });
    expect([...server.files.keys()]).toEqual([TARGET]);
    expect(server.files.get(TARGET)?.equals(BYTES)).toBe(true);
  });

  test('that the disk has no room for is nowhere, and comes whole when it has', async () => {
    const { server, name, deliver } = await open();
    server.fullAfter = 300_000;
    expect(await deliver()).toEqual(failed(`${name} could not write into /in: is its disk full?`));
    expect(server.files.has(TARGET)).toBe(false);
    server.fullAfter = null;
    expect(await deliver()).toMatchObject({ state: 'delivered' });
  });

  test('goes to no other server than the one that was confirmed', async () => {
    const { server, name, deliver } = await open();
    const outcome = await deliver({ hostKey: HOST_KEY });
    expect(outcome).toMatchObject({ state: 'failed', retry: true });
    expect(outcome).toHaveProperty(
      'reason',
      expect.stringContaining(
        `The server at ${name} has another key (${server.hostKey}) than the one that was confirmed`,
      ),
    );
    expect(server.files.size).toBe(0);
  });

  test('says that the password is wrong, or that the folder is missing', async () => {
    const { name, deliver } = await open();
    expect(await deliver({ password: 'wrong' })).toEqual(
      failed(
        `The SFTP server at ${name} does not accept kb1 with this password or key: enter it again in Export & backup → Where to and when.`,
      ),
    );
    expect(await deliver({ folder: '/elsewhere' })).toEqual(
      failed(`The folder /elsewhere on ${name} is not there: have it made at head office, or enter another one.`),
    );
  });

  test('in place of another file is refused and named', async () => {
    const { server, deliver } = await open();
    server.files.set(TARGET, Buffer.from('another'));
    const outcome = await deliver();
    expect(outcome).toMatchObject({ state: 'failed', retry: false });
    expect(outcome).toHaveProperty('reason', expect.stringContaining(`Another ${NAME} with other bytes lies in /in`));
    expect(server.files.get(TARGET)?.toString()).toBe('another');
  });

  test('does not wait for a server that says nothing', async () => {
    const { server, road, name, courier } = await open();
    server.isSilent = true;
    expect(await courier({ silenceMs: 300 }).deliver(PARCEL, road)).toEqual(
      failed(`The SFTP server at ${name} does not answer in time.`),
    );
  });
});

describe('before a bundle goes anywhere', () => {
  test('a server shows its key to whoever asks', async () => {
    const { server, courier } = await open();
    expect(await courier().hostKey('127.0.0.1', server.port)).toEqual({ hostKey: server.hostKey });
  });

  test('a test writes a small file and removes it', async () => {
    const { server, road, courier } = await open();
    expect(await courier().probe(road)).toEqual({
      state: 'delivered',
      proof: '/in on 127.0.0.1 can be written to.',
    });
    expect(server.files.size).toBe(0);
    expect(await courier().probe({ ...road, folder: '/out' })).toMatchObject({ state: 'failed' });
  });
});
