import type { InvoiceSnapshot } from '../../shared/invoice-snapshot.ts';

/** The time. Services never ask the machine for it. */
export interface Clock {
  now(): Date;
}

/** A document as the anchor file knows it: enough to list what was lost with a disk. */
export interface IssuedDocument {
  number: string;
  customer: string | null;
  total: string | null;
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

/** Turns an invoice into a PDF file and reads it back. */
export interface InvoicePapers {
  render(snapshot: InvoiceSnapshot): Promise<StoredFile>;
  read(file: StoredFile): Promise<Uint8Array>;
}

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
