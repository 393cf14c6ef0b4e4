import { randomInt } from 'node:crypto';
import type { PrinterAnswer } from './answers.ts';
import { askCondition } from './condition.ts';
import { ConnectionLostError, dialPrinter, type PrinterConnection } from './connection.ts';
import type { PrinterStatus, PrintOutcome } from '../printer.ts';

export interface Place {
  host: string;
  port: number;
}

export interface Waits {
  connectTimeoutMs: number;
  /** For one question about the printer's state, and for the connection's end. */
  answerTimeoutMs: number;
  /** For the printer to take the order, and again to print it. */
  printTimeoutMs: number;
}

/** Sends an order's bytes and judges what became of them. */
export async function deliver(bytes: Uint8Array, place: Place, waits: Waits): Promise<PrintOutcome> {
  const connection = await dial(place, waits);
  if ('words' in connection) return { state: 'failed', reason: connection.words, retry: true };
  let begun = false;
  try {
    const condition = await askCondition(connection, waits.answerTimeoutMs);
    if (condition !== null && condition.trouble !== null) {
      return { state: 'failed', reason: condition.trouble, retry: true };
    }
    begun = true;
    await connection.send(bytes, waits.printTimeoutMs);
    return condition === null
      ? await judgeByClose(connection, place, waits)
      : await judgeByAnswer(connection, place, waits);
  } catch (error) {
    if (!(error instanceof ConnectionLostError)) throw error;
    return begun
      ? { state: 'uncertain', reason: `The connection to ${nameOf(place)} broke while printing: ${LOOK}` }
      : { state: 'failed', reason: noAnswer(place), retry: true };
  } finally {
    await connection.hangUp(waits.answerTimeoutMs);
  }
}

/** How the printer is, as far as it tells. */
export async function askStatus(place: Place, waits: Waits): Promise<PrinterStatus> {
  const connection = await dial(place, waits);
  if ('words' in connection) return { state: 'unreachable', words: connection.words };
  try {
    const condition = await askCondition(connection, waits.answerTimeoutMs);
    if (condition === null) {
      return { state: 'unknown', words: `${capital(nameOf(place))} is connected, but does not tell how it is.` };
    }
    if (condition.trouble !== null) return { state: 'stopped', words: condition.trouble };
    return { state: 'ready', words: condition.paperIsLow ? 'Ready. The roll is nearly used up.' : 'Ready.' };
  } catch (error) {
    if (!(error instanceof ConnectionLostError)) throw error;
    return { state: 'unreachable', words: noAnswer(place) };
  } finally {
    await connection.hangUp(waits.answerTimeoutMs);
  }
}

const LOOK = 'look whether the paper came out.';

/** A printer that answers no question: when it took everything and ended in good order, no more can be known. */
async function judgeByClose(connection: PrinterConnection, place: Place, waits: Waits): Promise<PrintOutcome> {
  return (await connection.hangUp(waits.printTimeoutMs))
    ? { state: 'handed', proof: `${nameOf(place)} took all of it; it does not tell whether it printed` }
    : { state: 'uncertain', reason: `${capital(nameOf(place))} did not confirm that it got everything: ${LOOK}` };
}

/**
 * Asks for the end in two ways, both answered in turn after all that was sent before:
 * - GS ( H function 48 (process id response) is answered when all before it is printed. A printer without it skips it by
 *   the length that every "GS (" carries, as it must for the QR's.
 * - GS r 1 (transmit paper sensor status), which nearly all have, is answered when all before it, the cut too, is worked
 *   off, and never by a printer that stopped for lack of paper. Nothing may be sent before its answer, so it is the last.
 */
async function judgeByAnswer(connection: PrinterConnection, place: Place, waits: Waits): Promise<PrintOutcome> {
  const id = String(randomInt(10_000)).padStart(4, '0');
  const isEnd = (answer: PrinterAnswer): answer is PrinterAnswer & { kind: 'process-id' } =>
    answer.kind === 'process-id' && answer.id === id;
  const isEither = (answer: PrinterAnswer): answer is PrinterAnswer => isEnd(answer) || answer.kind === 'worked-off';

  await connection.send(Buffer.from(`\x1d(H\x06\x0000${id}\x1dr1`, 'latin1'), waits.answerTimeoutMs);
  let answer = await connection.answer(isEither, waits.printTimeoutMs);
  if (answer?.kind === 'worked-off') answer = (await connection.answer(isEnd, waits.answerTimeoutMs)) ?? answer;
  if (answer?.kind === 'process-id') {
    return { state: 'printed', proof: `${nameOf(place)} reported the end of printing (process id ${id})` };
  }

  const condition = await askCondition(connection, waits.answerTimeoutMs);
  if (condition !== null && condition.trouble !== null) {
    return { state: 'uncertain', reason: `${condition.trouble} It stopped while printing: ${LOOK}` };
  }
  if (answer !== null) return { state: 'printed', proof: `${nameOf(place)} worked off all of it and has paper (GS r)` };
  // An answer after the order's bytes proves that they arrived.
  return condition === null
    ? judgeByClose(connection, place, waits)
    : { state: 'handed', proof: `${nameOf(place)} took all of it and reports no trouble; it does not tell the end` };
}

async function dial(place: Place, waits: Waits): Promise<PrinterConnection | { words: string }> {
  try {
    return await dialPrinter(place, waits.connectTimeoutMs);
  } catch (error) {
    if (!(error instanceof ConnectionLostError)) throw error;
    return { words: isUnknownHost(error.cause) ? unknownHost(place) : noAnswer(place) };
  }
}

function isUnknownHost(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOTFOUND' || cause.code === 'EAI_AGAIN');
}

function nameOf({ host, port }: Place): string {
  return `the till printer at ${host}:${port}`;
}

function noAnswer(place: Place): string {
  return `${capital(nameOf(place))} does not answer: is it on and connected?`;
}

function unknownHost({ host }: Place): string {
  return `The network knows no till printer named ${host}: check its address in the settings.`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
