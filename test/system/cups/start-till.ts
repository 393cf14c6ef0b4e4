import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from './until.ts';

export interface PaperOut {
  pdf: Buffer;
  /** The job's attributes as the printer got them: "IPP_JOB_NAME", "CONTENT_TYPE". */
  attributes: Readonly<Record<string, string>>;
}

/** An IPP printer on this computer's loopback, made of ippeveprinter. */
export interface TestTill {
  uri: string;
  switchOn(): Promise<void>;
  switchOff(): Promise<void>;
  takePaperAway(): void;
  putPaperIn(): void;
  /** What came out and was not collected yet; under the job's title. */
  collect(title: string): Promise<PaperOut>;
  /** @throws when something came out that was not collected. */
  expectNothingLeft(): void;
  remove(): Promise<void>;
}

export async function startTill(): Promise<TestTill> {
  const home = mkdtempSync(path.join(tmpdir(), 'depot-till-'));
  const inside = (name: string) => path.join(home, name);
  const paper = inside('paper');
  for (const folder of ['spool', 'paper']) mkdirSync(inside(folder));
  const port = await freePort();
  // It announces itself on the network over D-Bus before it would print, and stops when there is none.
  const bus = await startBus(home);
  const env = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${inside('bus')}`, DEPOT_PAPER: paper };
  let printer: ChildProcess | null = null;

  const switchOff = async (): Promise<void> => {
    if (printer !== null) await kill(printer);
    printer = null;
  };
  const came = () => readdirSync(paper).filter((name) => name.endsWith('.paper'));

  const till: TestTill = {
    uri: `ipp://localhost:${port}/ipp/print`,
    async switchOn() {
      const config = path.join(import.meta.dirname, 'till.conf');
      const command = path.join(import.meta.dirname, 'receive-job.sh');
      const settings = ['-r', 'off', '-n', 'localhost', '-p', String(port), '-a', config, '-c', command];
      printer = spawn('ippeveprinter', [...settings, '-d', inside('spool'), 'Till'], { env, stdio: 'ignore' });
      await until('the printer listens', () => isListening({ port, host: '127.0.0.1' }));
    },
    switchOff,
    takePaperAway: () => writeFileSync(path.join(paper, 'paper-out'), ''),
    putPaperIn: () => rmSync(path.join(paper, 'paper-out')),
    async collect(title) {
      const read = () => came().map((name) => ({ name, attributes: attributesIn(path.join(paper, name)) }));
      const find = () => read().find(({ attributes }) => attributes['IPP_JOB_NAME'] === title);
      await until(`“${title}” comes out`, () => find() !== undefined);
      const { name, attributes } = find()!;
      const pdf = readFileSync(path.join(paper, name));
      rmSync(path.join(paper, name));
      return { pdf, attributes };
    },
    expectNothingLeft() {
      if (came().length > 0) throw new Error(`This came out too: ${came().join(', ')}`);
    },
    async remove() {
      await switchOff();
      await kill(bus);
      rmSync(home, { recursive: true });
    },
  };
  try {
    await till.switchOn();
    return till;
  } catch (error) {
    await till.remove();
    throw error;
  }
}

async function startBus(home: string): Promise<ChildProcess> {
  const socket = path.join(home, 'bus');
  const config = path.join(home, 'bus.conf');
  writeFileSync(
    config,
    `<busconfig><type>system</type><listen>unix:path=${socket}</listen><auth>EXTERNAL</auth>
    <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`,
  );
  const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--nopidfile'], { stdio: 'ignore' });
  await until('D-Bus runs', () => isListening({ path: socket }));
  return bus;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function attributesIn(file: string): Record<string, string> {
  const lines = readFileSync(file.replace(/paper$/, 'env'), 'utf8').split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2) as [string, string]));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** A socket's file is there a moment before anybody listens at it. */
async function isListening(where: { port: number; host: string } | { path: string }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(where, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
