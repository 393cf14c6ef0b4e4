import { createHash } from 'node:crypto';
import { type IncomingMessage, request as requestPlain, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { answerTrouble, httpsTrouble } from './https-trouble.ts';
import type { OpenParcel } from './open-parcel.ts';
import { otherBytes, Undelivered } from './undelivered.ts';
import type { Watch } from './watch.ts';

export interface HttpsRoad {
  /** Of the folder. */
  address: string;
  token: string | null;
  /** PEM of who vouches for the server, instead of the well-known authorities. */
  ca: string | undefined;
}

/**
 * PUTs a bundle under an address. What a receiver has to do is said in the ADR about delivery: take it whole or not at
 * all, and never put it in place of another file.
 *
 * @returns who says that it is there
 * @throws Undelivered
 */
export async function deliverOverHttps(parcel: OpenParcel, road: HttpsRoad, watch: Watch): Promise<string> {
  const { name, bytes, sha256 } = parcel;
  const url = addressOf(road, name);
  const digest = Buffer.from(sha256, 'hex').toString('base64');
  const status = await put(url, road, watch, parcel.chunks(), {
    'Content-Type': 'application/zip',
    'Content-Length': bytes,
    // Both the older way (RFC 3230) and the newer one (RFC 9530).
    Digest: `SHA-256=${digest}`,
    'Content-Digest': `sha-256=:${digest}:`,
    'If-None-Match': '*',
  });
  if (status < 300) return `${url.host} has taken ${name} (${status}).`;
  if (status !== 409 && status !== 412) throw answerTrouble(url, status);
  const there = await hashThere(url, road, watch);
  if (there === sha256) return `${url.host} had ${name} already, with the same bytes.`;
  // 409 without such a file: WebDAV's way to say that the folder is missing.
  if (there === null) throw answerTrouble(url, status);
  throw otherBytes(name, road.address);
}

/** PUTs a small file and removes it. @throws Undelivered */
export async function probeHttps(road: HttpsRoad, watch: Watch, name: string): Promise<string> {
  const url = addressOf(road, name);
  const text = Buffer.from('Depot Console can write here.\n');
  const headers = { 'Content-Type': 'text/plain', 'Content-Length': text.length };
  const status = await put(url, road, watch, [text], headers);
  if (status >= 300) throw answerTrouble(url, status);
  const removed = await ask('DELETE', url, road, watch, (answer) => Promise.resolve(answer.resume().statusCode ?? 0));
  return removed < 300
    ? `${url.host} takes files (${status}).`
    : `${url.host} takes files (${status}); ${name} could not be removed again and may be thrown away there.`;
}

function addressOf({ address }: HttpsRoad, name: string): URL {
  return new URL(encodeURIComponent(name), address.endsWith('/') ? address : `${address}/`);
}

type Headers = Record<string, string | number>;

async function put(
  url: URL,
  road: HttpsRoad,
  watch: Watch,
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  headers: Headers,
): Promise<number> {
  const body = Readable.from(moving(chunks, watch), { objectMode: false });
  return ask('PUT', url, road, watch, (answer) => Promise.resolve(answer.resume().statusCode ?? 0), { body, headers });
}

/** SHA-256 of what lies at an address; `null` when the server says that nothing does. @throws Undelivered */
function hashThere(url: URL, road: HttpsRoad, watch: Watch): Promise<string | null> {
  return ask('GET', url, road, watch, async (answer) => {
    const status = answer.statusCode ?? 0;
    if (status === 404) return answer.resume() && null;
    if (status !== 200) {
      answer.resume();
      throw new Undelivered(
        `${url.host} has a file of that name already and does not show it (${status}): have it compared at head office.`,
        false,
      );
    }
    const digest = createHash('sha256');
    for await (const chunk of answer) {
      digest.update(chunk as Buffer);
      watch.alive();
    }
    return digest.digest('hex');
  });
}

async function* moving(chunks: AsyncIterable<Buffer> | Iterable<Buffer>, watch: Watch): AsyncGenerator<Buffer, void> {
  for await (const chunk of chunks) {
    watch.alive();
    yield chunk;
  }
}

/** One request and what is made of its answer. @throws Undelivered when there is no whole one */
async function ask<Result>(
  method: string,
  url: URL,
  { token, ca }: HttpsRoad,
  watch: Watch,
  read: (answer: IncomingMessage) => Promise<Result>,
  sent: { body?: Readable; headers?: Headers } = {},
): Promise<Result> {
  const options: RequestOptions & { ca?: string } = {
    method,
    agent: false,
    signal: watch.signal,
    headers: { ...sent.headers, ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
    ...(ca === undefined ? {} : { ca }),
  };
  const request = url.protocol === 'https:' ? requestSecure(url, options) : requestPlain(url, options);
  try {
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      request.once('response', resolve);
      request.once('error', reject);
    });
    // A server may refuse before it has read all: what it said counts, not that it hung up.
    const writing = sent.body === undefined ? Promise.resolve(request.end()) : pipeline(sent.body, request);
    writing.catch((error: unknown) => void (error instanceof Undelivered && request.destroy(error)));
    const answer = await answered;
    watch.alive();
    return await read(answer);
  } catch (error) {
    throw httpsTrouble(url, error);
  } finally {
    request.destroy();
  }
}
