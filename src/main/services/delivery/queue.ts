import { randomUUID } from 'node:crypto';
import type { PrintedDocument } from '../../../shared/contract/printing.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { Paper } from '../../../shared/roll-document.ts';
import { messageIdOf } from '../../domain/message-id.ts';
import type { Unit } from '../context.ts';
import { insertJob } from '../jobs.ts';

/** What leaves the house: a document that was issued, or a test. */
export interface Subject {
  kind: 'invoice' | 'receipt' | 'deliveryNote' | 'distribution' | 'test';
  /** A receipt goes by its payment, a delivery note by its sale; 0 for a test. */
  id: number;
  number: string | null;
  /** Whose it is: who may see and retry the job. */
  depotId: number | null;
  driverId: number | null;
}

export interface PrintRequest {
  document: PrintedDocument | 'test';
  printer: string;
  paper: Paper;
  copies: number;
}

/** What a print job is told, beside its columns. */
export type PrintPayload = Pick<PrintRequest, 'document' | 'paper' | 'copies'>;

export interface MailPayload {
  /** Made once, when the letter is asked for: every try is the same letter (RFC 5322, 3.6.4). */
  messageId: string;
}

interface Order {
  kind: 'RENDER' | 'PRINT' | 'MAIL';
  lane: string;
  target: string | null;
  payload: PrintPayload | MailPayload | Record<string, never>;
  batch?: string | null;
}

/** Queues an invoice's PDF in the transaction that issues it. @returns the job's id. */
export function queueRender(unit: Unit, subject: Subject): number {
  return queue(unit, subject, { kind: 'RENDER', lane: 'render', target: null, payload: {} });
}

/** @returns the job's id. */
export function queuePrint(unit: Unit, subject: Subject, request: PrintRequest, batch: string | null = null): number {
  const { printer, ...payload } = request;
  return queue(unit, subject, { kind: 'PRINT', lane: `print:${printer}`, target: printer, payload, batch });
}

export interface MailRequest {
  to: string;
  /** Whose domain vouches for the Message-ID. */
  fromAddress: string;
}

/** @returns the job's id. */
export function queueMail(unit: Unit, subject: Subject, request: MailRequest, batch: string | null = null): number {
  const messageId = messageIdOf(randomUUID(), unit.instant, request.fromAddress);
  return queue(unit, subject, { kind: 'MAIL', lane: 'mail', target: request.to, payload: { messageId }, batch });
}

/** One commit asks for one thing of a document once: what it asked for is its key. */
function queue(unit: Unit, subject: Subject, { payload, batch = null, kind, ...order }: Order): number {
  return insertJob(unit.db, {
    ...order,
    key: [kind, subject.kind, subject.id, unit.seq].join(':'),
    kind,
    payload: JSON.stringify(payload),
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectNumber: subject.number,
    depotId: subject.depotId,
    driverId: subject.driverId,
    requestedBy: unit.actor?.id ?? null,
    batch,
    // By the clock on the wall: the books' own instant may lie ahead of it, and nobody would wait for that.
    runAfter: instantOf(unit.now),
    createdAt: unit.instant,
  });
}
