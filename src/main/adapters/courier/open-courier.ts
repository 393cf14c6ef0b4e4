import { randomUUID } from 'node:crypto';
import type { Mailer } from '../mailer.ts';
import { deliverByMail, probeMail } from './by-mail.ts';
import type { Courier, CourierOutcome, Road } from './courier.ts';
import { type OpenParcel, openParcel } from './open-parcel.ts';
import { deliverOverHttps, probeHttps } from './over-https.ts';
import { askHostKey, deliverOverSftp, probeSftp } from './over-sftp.ts';
import { deliverToFolder, probeFolder, type WriteBytes, writeBytes } from './to-folder.ts';
import { Undelivered } from './undelivered.ts';
import { type Watch, watched } from './watch.ts';

export interface CourierOptions {
  /** The data folder's `bundles`. */
  folder: string;
  mailer: Mailer;
  /** How long nothing may move, in milliseconds. */
  silenceMs?: number;
  /** PEM of who vouches for web servers, instead of the well-known authorities. */
  ca?: string;
  /** Writes into folders; another one only to try what a full disk does. */
  write?: WriteBytes;
}

const SILENCE_MS = 60_000;
/** Somebody waits for the answer. */
const PROBE_SILENCE_MS = 15_000;

/** Takes bundles of a data folder to head office, each whole or not at all. */
export function openCourier({ folder, mailer, silenceMs, ca, write = writeBytes }: CourierOptions): Courier {
  /** Folders that did not answer: asked again, each would keep one more of the few threads that files have. */
  const silent = new Map<string, Promise<unknown>>();

  async function inFolder(path: string, work: () => Promise<string>): Promise<string> {
    if (silent.has(path)) throw new Undelivered(`${path} does not answer: is its disk well, or the share connected?`);
    const run = work();
    const ended = run.then(
      () => silent.delete(path),
      () => silent.delete(path),
    );
    silent.set(path, ended);
    return run;
  }

  function send(parcel: OpenParcel, road: Exclude<Road, { kind: 'mail' }>, watch: Watch): Promise<string> {
    switch (road.kind) {
      case 'folder':
        return inFolder(road.folder, () => deliverToFolder(parcel, road.folder, watch, write));
      case 'sftp':
        return deliverOverSftp(parcel, road, watch);
      case 'https':
        return deliverOverHttps(parcel, { ...road, ca }, watch);
    }
  }

  function tryOut(road: Exclude<Road, { kind: 'mail' }>, watch: Watch): Promise<string> {
    const name = `.depot-console-test-${randomUUID()}`;
    switch (road.kind) {
      case 'folder':
        return inFolder(road.folder, () => probeFolder(road.folder, name));
      case 'sftp':
        return probeSftp(road, watch, name);
      case 'https':
        return probeHttps({ ...road, ca }, watch, name.slice(1));
    }
  }

  return {
    deliver: (parcel, road, beforeEnd) =>
      outcomeOf(async () => {
        const open = await openParcel(folder, parcel);
        // The mailer has times of its own.
        if (road.kind === 'mail') return deliverByMail(open, road, mailer, beforeEnd);
        return watched(
          silenceMs ?? SILENCE_MS,
          () => noAnswer(road),
          (watch) => send(open, road, watch),
        );
      }),
    probe: (road) =>
      outcomeOf(() => {
        if (road.kind === 'mail') return probeMail(road, mailer);
        return watched(
          silenceMs ?? PROBE_SILENCE_MS,
          () => noAnswer(road),
          (watch) => tryOut(road, watch),
        );
      }),
    async hostKey(host, port) {
      const late = () => new Undelivered(`The SFTP server at ${host}:${port} does not answer in time.`);
      const outcome = await outcomeOf(() =>
        watched(silenceMs ?? PROBE_SILENCE_MS, late, (watch) => askHostKey(host, port, watch)),
      );
      return outcome.state === 'delivered' ? { hostKey: outcome.proof } : { trouble: outcome.reason };
    },
  };
}

async function outcomeOf(run: () => Promise<string>): Promise<CourierOutcome> {
  try {
    return { state: 'delivered', proof: await run() };
  } catch (error) {
    if (error instanceof Undelivered) return { state: 'failed', reason: error.message, retry: error.retry };
    throw error;
  }
}

function noAnswer(road: Exclude<Road, { kind: 'mail' }>): Undelivered {
  switch (road.kind) {
    case 'folder':
      return new Undelivered(`${road.folder} does not answer: is its disk well, or the share connected?`);
    case 'sftp':
      return new Undelivered(`The SFTP server at ${road.host}:${road.port} does not answer in time.`);
    case 'https':
      return new Undelivered(`${new URL(road.address).host} does not answer in time.`);
  }
}
