import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { LOOPBACK_CERTIFICATE } from './mail-certificates.ts';

export interface HttpsSink {
  /** Of its folder. */
  address: string;
  /** What it has taken, by path. */
  files: Map<string, Buffer>;
  requests: { method: string; path: string; headers: IncomingMessage['headers'] }[];
  /** What it does with the requests to come; a polite receiver when there is none. */
  rude: ((request: IncomingMessage, response: ServerResponse) => void) | null;
}

type Certificate = typeof LOOPBACK_CERTIFICATE;

/** Head office's web server on this computer, for one test: takes files whole, and overwrites none. */
export async function openHttpsSink(certificate: Certificate = LOOPBACK_CERTIFICATE): Promise<HttpsSink> {
  const sink: HttpsSink = { address: '', files: new Map(), requests: [], rude: null };
  const server = createServer(certificate, (request, response) => {
    const { method = '', url = '', headers } = request;
    sink.requests.push({ method, path: url, headers });
    request.on('error', () => undefined);
    if (sink.rude === null) answer(sink, request, response);
    else sink.rude(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  sink.address = `https://127.0.0.1:${port}/kb1`;
  return sink;
}

function answer({ files }: HttpsSink, request: IncomingMessage, response: ServerResponse): void {
  const { method, url = '' } = request;
  const known = files.get(url);
  if (method === 'GET') {
    response.writeHead(known === undefined ? 404 : 200).end(known);
  } else if (method === 'DELETE') {
    files.delete(url);
    response.writeHead(204).end();
  } else if (known !== undefined) {
    request.resume().on('end', () => response.writeHead(412).end());
  } else {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      files.set(url, Buffer.concat(chunks));
      response.writeHead(201).end();
    });
  }
}
