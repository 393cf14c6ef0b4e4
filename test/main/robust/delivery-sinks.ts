import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { onTestFinished } from 'vitest';
import { openSmtpServer } from '../../helpers/open-smtp-server.ts';
import { openTillPrinter, WELL } from '../../helpers/open-till-printer.ts';

/** A letter as it was taken. */
export interface TakenLetter {
  messageId: string;
  to: string;
  /** The invoice's number, as its attachment is named. */
  number: string;
  sha256: string;
  /** Which start of the program sent it. */
  start: number;
}

/** Where deliveries end: a mail server, a till printer and a folder, which live on when the program is killed. */
export interface DeliverySinks {
  smtpPort: number;
  tillPort: number;
  folder: string;
  /** The program was started once more. */
  started(): void;
  /** Called the moment a letter or a piece of a print has arrived, before the program can know. */
  onArrival: (what: 'letter' | 'print') => void;
  letters(): Promise<TakenLetter[]>;
  /** How often each invoice came out whole, by its number. */
  printed(): Map<string, number>;
  /** How often each invoice came out in part only: the line was cut. */
  torn(): Map<string, number>;
}

/** For one test. */
export async function openDeliverySinks(dir: string): Promise<DeliverySinks> {
  let start = 0;
  const startOf = new Map<string, number>();
  const raw: { bytes: Buffer; start: number }[] = [];
  const smtp = await openSmtpServer('none', {
    onConnect(session, done) {
      startOf.set(session.id, start);
      done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        raw.push({ bytes: Buffer.concat(chunks), start: startOf.get(session.id) ?? 0 });
        sinks.onArrival('letter');
        done();
      });
    },
  });
  const till = await openTillPrinter({
    state: () => WELL,
    end: (id) => [`7"${id}\0`],
    onBytes: () => sinks.onArrival('print'),
  });
  onTestFinished(() => till[Symbol.asyncDispose]());
  const folder = path.join(dir, 'printed');
  mkdirSync(folder);
  const onTill = () => till.orders().flatMap((bytes) => orderOf(bytes));
  const sinks: DeliverySinks = {
    smtpPort: smtp.at.port,
    tillPort: till.port,
    folder,
    started() {
      start += 1;
    },
    onArrival: () => undefined,
    letters: () => Promise.all(raw.map(async ({ bytes, start: by }) => ({ ...(await letterOf(bytes)), start: by }))),
    printed: () => tally([...onTill().filter(({ isWhole }) => isWhole), ...filesIn(folder)]),
    torn: () => tally(onTill().filter(({ isWhole }) => !isWhole)),
  };
  return sinks;
}

/** What a till printer printed of one order, which ends with the cut; none when it was only asked how it is. */
function orderOf(bytes: Buffer): { number: string; isWhole: boolean }[] {
  const [number] = /INV-\w+-\d{4}-\d{6}/.exec(bytes.toString('latin1')) ?? [];
  return number === undefined ? [] : [{ number, isWhole: bytes.includes('\x1dV') }];
}

/** Whole PDFs; an empty file only holds a name. */
function filesIn(folder: string): { number: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf') && readFileSync(path.join(folder, name)).includes('%%EOF'))
    .map((name) => ({ number: name.slice(0, 'INV-KB1-2026-000123'.length) }));
}

async function letterOf(bytes: Buffer): Promise<Omit<TakenLetter, 'start'>> {
  const { messageId = '', to, attachments } = await PostalMime.parse(bytes);
  const [pdf] = attachments;
  if (pdf === undefined || typeof pdf.content === 'string') throw new Error('a letter without its PDF');
  return {
    messageId,
    to: to?.[0]?.address ?? '',
    number: path.parse(pdf.filename ?? '').name,
    sha256: createHash('sha256').update(new Uint8Array(pdf.content)).digest('hex'),
  };
}

function tally(documents: readonly { number: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { number } of documents) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}
