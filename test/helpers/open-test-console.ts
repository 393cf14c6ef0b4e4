import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Verb, WireInput, WireOutput } from '../../src/shared/contract/index.ts';
import type { Problem } from '../../src/shared/errors.ts';
import { createPasswords } from '../../src/main/adapters/passwords.ts';
import type { Courier } from '../../src/main/adapters/courier/courier.ts';
import type { Mailer } from '../../src/main/adapters/mailer.ts';
import type { PdfRenderer } from '../../src/main/adapters/pdf.ts';
import { type DepotConsole, openConsole } from '../../src/main/console.ts';
import { makeBundle } from '../../src/main/bundles/make-bundle.ts';
import { makeBackup } from '../../src/main/make-backup.ts';
import type { Caller } from '../../src/main/transport/call.ts';
import { createFakeCourier, type FakeCourier } from './fake-courier.ts';
import { createFakeLetterbox, type FakeLetterbox } from './fake-letterbox.ts';
import { createFakeTray, type FakeTray } from './fake-tray.ts';

/** The day of samples/depot-kb1, in the morning at the depot. */
export const SAMPLE_DAY = new Date('2026-01-20T01:00:00.000Z');

/** Fake paper needs no fonts: `npm run check` runs in a fresh clone, where none are built yet. */
const NO_FONTS = path.join(import.meta.dirname, 'no-fonts');

/** Fake paper: real bytes are drawn in the tests of the documents. */
export const noPdf: PdfRenderer = {
  render: (html) => Promise.resolve(new TextEncoder().encode(`%PDF-fake ${html.length}`)),
  picture: (html) => Promise.resolve(new TextEncoder().encode(`PNG-fake ${html.length}`)),
  close: () => Promise.resolve(),
};

export class RefusedCall extends Error {
  readonly problem: Problem;

  constructor(verb: string, problem: Problem) {
    super(`${verb}: ${problem.code} ${problem.message} ${JSON.stringify(problem.details ?? {})}`);
    this.problem = problem;
  }
}

/** Calls a verb as one person and throws `RefusedCall` when it is refused. */
export type Call = <V extends Verb>(verb: V, input: WireInput<V>) => Promise<WireOutput<V>>;

export interface TestConsole extends DepotConsole {
  dataDir: string;
  clock: { now(): Date; set(date: Date): void };
  tray: FakeTray;
  letterbox: FakeLetterbox;
  courier: FakeCourier;
  /** Nobody: for set-up and sign-in. */
  anyone: Call;
  /** Somebody at the command line: needs no session, which would end after a while. */
  operator: Call;
  signIn(username: string, password: string, device?: string): Promise<Call>;
  /** Closes and opens the same folder again. */
  reopen(): Promise<TestConsole>;
  /** Closes and removes the folder. */
  remove(): Promise<void>;
}

/** What is real instead of a fake. */
export interface RealParts {
  pdf?: PdfRenderer;
  /** Where the fonts of a real engine lie. */
  fontsDir?: string;
  mailer?: Mailer;
  /** `real`: as the hosts have it. */
  courier?: Courier | 'real';
  /** The machine's own. */
  printers?: 'real';
  /** Copies and bundles are made in threads, which takes seconds to start from source. */
  threads?: 'real';
}

/** A console on a fresh folder, with a clock that stands still and cheap password hashes. */
export async function openTestConsole(
  dataDir?: string,
  start: Date = SAMPLE_DAY,
  real: RealParts = {},
): Promise<TestConsole> {
  const folder = dataDir ?? (await mkdtemp(path.join(tmpdir(), 'depot-test-')));
  let time = start;
  const clock = {
    now: () => time,
    set(date: Date) {
      time = date;
    },
  };
  const passwords = createPasswords(1024);
  const [tray, letterbox, courier] = [createFakeTray(), createFakeLetterbox(), createFakeCourier()];
  const { pdf = noPdf, fontsDir = NO_FONTS, mailer = letterbox } = real;
  const effects = {
    pdf,
    fontsDir,
    mailer,
    ...(real.printers === 'real' ? {} : { printers: tray }),
    ...(real.courier === 'real' ? {} : { courier: real.courier ?? courier }),
    // Nobody opens a test's books again: test/main/backups/restore-running.test.ts does.
    restore: () => undefined,
    ...(real.threads === 'real' ? {} : { makeBackup, makeBundle }),
  };
  const opened = await openConsole({ dataDir: folder, clock, passwords, ...effects });
  const callAs = (token: string | null, device: string): Call => callWith(opened, { token, device });
  const anyone = callAs(null, 'counter-1');
  return {
    ...opened,
    dataDir: folder,
    clock,
    tray,
    letterbox,
    courier,
    anyone,
    operator: callWith(opened, { token: null, device: 'here', transport: 'local' }),
    async signIn(username, password, device = 'counter-1') {
      const { access } = await callAs(null, device)('session.login', { username, password });
      return callAs(access, device);
    },
    async reopen() {
      await opened.close();
      return openTestConsole(folder, time, real);
    },
    async remove() {
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Who = Pick<Caller, 'token' | 'device'> & Partial<Pick<Caller, 'transport'>>;

function callWith({ dispatch }: DepotConsole, who: Who): Call {
  return async <V extends Verb>(verb: V, input: WireInput<V>): Promise<WireOutput<V>> => {
    const result = await dispatch(verb, input, { transport: 'ipc', ...who, remoteAddress: null });
    if (!result.ok) throw new RefusedCall(verb, result.error);
    return result.value as WireOutput<V>;
  };
}

export function requestId(): string {
  return randomUUID();
}
