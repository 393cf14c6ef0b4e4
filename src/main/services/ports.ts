import type { BusinessDate, Instant } from '../../shared/dates.ts';
import type { DeliveryNoteSnapshot } from '../../shared/delivery-note-snapshot.ts';
import type { DistributionSlipSnapshot } from '../../shared/distribution-slip-snapshot.ts';
import type { InvoiceSnapshot } from '../../shared/invoice-snapshot.ts';
import type { ReceiptSnapshot } from '../../shared/receipt-snapshot.ts';
import type { Paper, RollDocument } from '../../shared/roll-document.ts';
import type { ReportTable } from './reports/report-table.ts';

/** The time. Services never ask the machine for it. */
export interface Clock {
  now(): Date;
}

/** A document as the anchor file knows it: enough to list what was lost with a disk. */
export interface IssuedDocument {
  number: string;
  customer: string | null;
  total: string | null;
  /** Its business date; lines of older versions lack it. */
  date?: BusinessDate | undefined;
  /** Of a document that was lost: the first of those it was issued with. */
  of?: string | undefined;
}

/** One line for each commit, outside the database, so that a chain rebuilt by hand shows (domain.md, "Audit"). */
export interface AnchorLine {
  seq: number;
  /** The last audit row of the commit, and its hash. */
  auditSeq: number;
  head: string;
  documents: IssuedDocument[];
}

export interface Anchor {
  /** Written and synced before it returns. Called after the commit; its failure never undoes one. */
  append(line: AnchorLine): void;
  /** The newest line that can be read. */
  last(): AnchorLine | null;
  /** Every line in order; `null` stands for one that cannot be read. */
  lines(): Iterable<AnchorLine | null>;
}

/** Slow on purpose, and therefore asynchronous: never called inside a transaction. */
export interface Passwords {
  hash(secret: string): Promise<string>;
  verify(secret: string, hash: string): Promise<boolean>;
}

export interface TokenClaims {
  userId: number;
  sessionId: string;
}

export interface Tokens {
  issue(kind: 'access' | 'refresh', claims: TokenClaims, now: Date): Promise<string>;
  /** `null` when it is forged, expired or of the other kind. */
  read(kind: 'access' | 'refresh', token: string, now: Date): Promise<TokenClaims | null>;
}

export interface StoredFile {
  /** Relative to the data folder. */
  path: string;
  sha256: string;
}

/** A document for paper, as it was issued. */
export type PaperDocument =
  | { kind: 'invoice'; snapshot: InvoiceSnapshot }
  | { kind: 'simplifiedInvoice'; snapshot: InvoiceSnapshot }
  | { kind: 'receipt'; snapshot: ReceiptSnapshot }
  | { kind: 'deliveryNote'; snapshot: DeliveryNoteSnapshot }
  | { kind: 'distribution'; snapshot: DistributionSlipSnapshot }
  | { kind: 'test'; printer: string; company: string; at: Instant };

/** Turns documents into PDFs. */
export interface Papers {
  /** An invoice's own PDF, kept as a file: the same bytes are mailed, shown and printed. */
  render(snapshot: InvoiceSnapshot): Promise<StoredFile>;
  /** @throws when the file is gone or is not what was stored */
  read(file: StoredFile): Promise<Uint8Array>;
  /** A document's bytes on a paper. `isCopy`: marked, because it was printed before. */
  draw(document: PaperDocument, paper: Paper, isCopy: boolean): Promise<Uint8Array>;
  /** The same as rows for a till's roll; `null` when it is only made as a page. */
  rollOf(document: PaperDocument, isCopy: boolean): RollDocument | null;
}

/** Reports as files. */
export interface ReportFiles {
  csv(table: ReportTable): Promise<Uint8Array>;
  xlsx(table: ReportTable): Promise<Uint8Array>;
  pdf(table: ReportTable): Promise<Uint8Array>;
  /** Rows for another program's import: nothing but a head and rows. Several files come as one zip. */
  forImport(files: readonly ImportFile[]): ImportedBytes;
}

/** A file another program imports. */
export interface ImportFile {
  name: string;
  columns: readonly string[];
  rows: readonly (readonly ImportCell[])[];
}

/** Words, which are made harmless where they begin like a formula; or a figure as it is to be written. */
export type ImportCell = string | { figure: string } | null;

export interface ImportedBytes {
  bytes: Uint8Array;
  kind: 'csv' | 'zip';
}

/** The work after the commit, for whoever asked for some. */
export interface Outbox {
  /** Resolves when the job was tried once and came to an end or was put back, or when the time is over. */
  triedOnce(jobId: number, withinMs: number): Promise<void>;
  /** Somebody asks for a try by hand: nothing that is due waits for a printer or a server to be looked at later. */
  hurry(): void;
  /** Takes a job that was cancelled out of its spooler, if it got there, and notes what came of that. Never throws. */
  takeBack(jobId: number): Promise<void>;
}

/** Keeps secrets that the console must be able to read again. */
export interface SecretBox {
  /** @throws when the key's file cannot be read or made */
  seal(secret: string): string;
  /** `null` when it was sealed with another key, or is not what was sealed. @throws as `seal` */
  open(sealed: string): string | null;
}

/** A copy of the books in the data folder's `backups`. */
export interface BackupFile {
  name: string;
  createdAt: Instant;
  bytes: number;
  /** `timed`: every quarter of an hour; `asked`: by somebody; `update`: before a newer program changed the books. */
  reason: 'timed' | 'asked' | 'update';
  /** The last commit in it; `null` where it was not looked for. */
  commit: number | null;
  sha256: string | null;
  /** What the check found wrong in it, each a sentence; `null` when only the file itself was checked. */
  problems: string[] | null;
}

/** A bundle for head office that was made and is not in the books yet. */
export interface NewBundle {
  sequence: number;
  fromCommit: number;
  toCommit: number;
  /** Of the whole file. */
  sha256: string;
  /** The manifest as it stands in it. */
  manifest: string;
  /** Gives the file its name: from then on it is the bundle of its sequence. @returns the name */
  keep(): string;
  /** Removes it: it is not wanted any more. */
  discard(): void;
}

/** Where a bundle begins. */
export interface BundleStart {
  sequence: number;
  previous: string | null;
  restoredAfter: number | null;
  fromCommit: number;
}

/** Bundles for head office, as files. */
export interface Bundles {
  /** Makes one of all commits from there on. @returns `null` when it was given up. @throws while another one is made */
  make(start: BundleStart): Promise<NewBundle | null>;
  /** Rows written so far; `null` when none is being made. */
  progress(): number | null;
  cancel(): Promise<void>;
  /** @returns what is wrong with a bundle, each a sentence */
  verify(name: string, sha256: string): Promise<string[]>;
  /** The site's public key, PEM, and its SHA-256. */
  publicKey(): { publicKey: string; fingerprint: string };
}

/** The copies of the books. */
export interface Backups {
  /** Newest first. */
  list(): readonly BackupFile[];
  /** Makes a copy of the books as they are now, and checks it. @throws when it cannot be made, or its file is damaged */
  make(reason: 'timed' | 'asked'): Promise<BackupFile>;
  /** What is wrong with making copies, each a sentence. */
  troubles(): readonly string[];
}

/** Has the host put a copy of this name in place of the books and open them again, once the call is answered. */
export type RestoreBooks = (name: string) => void;

export interface Log {
  /** One line for each call (contract.md): never input, never a secret. */
  call(entry: {
    verb: string;
    userId: number | null;
    status: number;
    milliseconds: number;
    remoteAddress: string | null;
  }): void;
  /** @param secrets texts of the call that must not be kept, should the error repeat them */
  problem(id: string, error: unknown, secrets?: readonly string[]): void;
  warning(message: string): void;
}
