import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { ELSEWHERE_CERTIFICATE, LOOPBACK_CERTIFICATE } from '../../helpers/mail-certificates.ts';
import { type HttpsSink, openHttpsSink } from '../../helpers/open-https-sink.ts';
import { BYTES, NAME, PARCEL, prepareParcel } from './prepared-parcel.ts';

const PATH = `/kb1/${NAME}`;
const ca = LOOPBACK_CERTIFICATE.cert;

async function open() {
  const sink = await openHttpsSink();
  const { courier } = prepareParcel();
  const road = { kind: 'https', address: sink.address, token: 'let-us-in' } as const;
  const host = new URL(sink.address).host;
  return { sink, host, road, courier, deliver: () => courier({ ca }).deliver(PARCEL, road) };
}

const failed = (reason: string, retry = true) => ({ state: 'failed', reason, retry });

describe('a bundle over HTTPS', () => {
  test('is put whole, with its length, its hash and the token, and once', async () => {
    const { sink, host, deliver } = await open();
    expect(await deliver()).toEqual({ state: 'delivered', proof: `${host} has taken ${NAME} (201).` });
    expect(sink.files.get(PATH)?.equals(BYTES)).toBe(true);
    const digest = Buffer.from(PARCEL.sha256, 'hex').toString('base64');
    expect(sink.requests[0]).toMatchObject({
      method: 'PUT',
      headers: {
        'content-length': String(BYTES.length),
        digest: `SHA-256=${digest}`,
        'content-digest': `sha-256=:${digest}:`,
        'if-none-match': '*',
        authorization: 'Bearer let-us-in',
      },
    });
    expect(await deliver()).toEqual({ state: 'delivered', proof: `${host} had ${NAME} already, with the same bytes.` });
    expect(sink.files.size).toBe(1);
  });

  test('is put whole after the line was cut in its middle', async () => {
    const { sink, host, deliver } = await open();
    sink.rude = (request) => request.once('data', () => request.socket.destroy());
    expect(await deliver()).toEqual(failed(`The line to ${host} broke off before the bundle was through.`));
    expect(sink.files.size).toBe(0);
    sink.rude = null;
    expect(await deliver()).toMatchObject({ state: 'delivered' });
    expect(sink.files.get(PATH)?.equals(BYTES)).toBe(true);
  });

  test('is known when only the answer was lost', async () => {
    const { sink, deliver } = await open();
    sink.rude = (request) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        sink.files.set(PATH, Buffer.concat(chunks));
        request.socket.destroy();
      });
    };
    expect(await deliver()).toMatchObject({ state: 'failed', retry: true });
    sink.rude = null;
    expect(await deliver()).toMatchObject({ state: 'delivered' });
    expect(sink.files.size).toBe(1);
  });

  test.each<[number, (host: string) => string]>([
    [507, (host) => `The disk of ${host} is full (507): have some space freed at head office.`],
    [401, (host) => `${host} does not let us in (401): enter the token again in Export & backup → Where to and when.`],
    [404, (host) => `${host} takes no files at that address (404): is the folder there, and the address right?`],
    [413, (host) => `${host} does not take files that large (413): have its limit raised.`],
    [503, (host) => `${host} cannot take it now (503).`],
    [301, (host) => `${host} sends us elsewhere (301): enter the address it is at now.`],
  ])('answered %i is tried again later, with what to do', async (status, reason) => {
    const { sink, host, deliver } = await open();
    sink.rude = (request, response) => void request.resume().on('end', () => response.writeHead(status).end());
    expect(await deliver()).toEqual(failed(reason(host)));
    sink.rude = null;
    expect(await deliver()).toMatchObject({ state: 'delivered' });
  });

  test('in place of another file is refused and named', async () => {
    const { sink, road, deliver } = await open();
    sink.files.set(PATH, Buffer.from('another'));
    const outcome = await deliver();
    expect(outcome).toMatchObject({ state: 'failed', retry: false });
    expect(outcome).toHaveProperty(
      'reason',
      expect.stringContaining(`Another ${NAME} with other bytes lies in ${road.address}`),
    );
    expect(sink.files.get(PATH)?.toString()).toBe('another');
  });

  test('does not wait for a server that says nothing', async () => {
    const { sink, host, road, courier } = await open();
    sink.rude = () => undefined;
    const outcome = await courier({ ca, silenceMs: 100 }).deliver(PARCEL, road);
    expect(outcome).toEqual(failed(`${host} does not answer in time.`));
  });

  test('goes to nobody who cannot prove who he is', async () => {
    const { road, host, courier } = await open();
    const outcome = await courier().deliver(PARCEL, road);
    expect(outcome).toHaveProperty(
      'reason',
      expect.stringContaining(`${host} cannot prove who it is, so nothing was sent`),
    );
    const elsewhere = await openHttpsSink(ELSEWHERE_CERTIFICATE);
    const { cert } = ELSEWHERE_CERTIFICATE;
    const other = await courier({ ca: cert }).deliver(PARCEL, { ...road, address: elsewhere.address });
    expect(other).toHaveProperty('reason', expect.stringContaining('cannot prove who it is'));
    expect(elsewhere.requests).toEqual([]);
  });

  test('finds nobody where nothing answers', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const { courier } = prepareParcel();
    const road = { kind: 'https', address: `http://127.0.0.1:${port}/kb1`, token: null } as const;
    expect(await courier().deliver(PARCEL, road)).toEqual(
      failed(`Nothing answers at 127.0.0.1:${port}. Is head office’s server running, and the address right?`),
    );
  });
});

describe('a test over HTTPS', () => {
  const probed = async (sink: HttpsSink) => {
    const { courier } = prepareParcel();
    return courier({ ca }).probe({ kind: 'https', address: sink.address, token: null });
  };

  test('puts a small file and removes it, or says what is wrong', async () => {
    const { sink, host } = await open();
    expect(await probed(sink)).toEqual({ state: 'delivered', proof: `${host} takes files (201).` });
    expect(sink.requests.map(({ method }) => method)).toEqual(['PUT', 'DELETE']);
    expect(sink.files.size).toBe(0);
    sink.rude = (_request, response) => response.writeHead(403).end();
    expect(await probed(sink)).toMatchObject({ state: 'failed', reason: expect.stringContaining('(403)') as string });
  });
});
