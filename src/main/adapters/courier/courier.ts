import type { MailServer } from '../mailer.ts';

/** A bundle as it lies in the data folder. */
export interface Parcel {
  /** Its name there and at head office: `KB1-000007.zip`. */
  name: string;
  /** Of the whole file, as it was made: other bytes never leave. */
  sha256: string;
  /** By mail: the letter's Message-ID, the same for every try. */
  letterId: string | null;
}

/** Where bundles go, with what lets us in there. */
export type Road =
  | { kind: 'folder'; folder: string }
  | SftpRoad
  | { kind: 'https'; address: string; token: string | null }
  | MailRoad;

export interface SftpRoad {
  kind: 'sftp';
  host: string;
  port: number;
  user: string;
  /** One of the two is what the user signs in with. */
  password: string | null;
  privateKey: string | null;
  passphrase: string | null;
  folder: string;
  /** `SHA256:…`: the key the server must have. */
  hostKey: string;
}

export interface MailRoad {
  kind: 'mail';
  server: MailServer;
  /** As they stand in the letter. */
  from: string;
  to: string;
  replyTo: string | null;
  company: string;
}

/** What became of one try. Nothing half is ever left under a bundle's name. */
export type CourierOutcome =
  /** Head office has these bytes under this name. `proof` says who said so. */
  | { state: 'delivered'; proof: string }
  /** `retry`: a later try may do better. `reason` says what to do. */
  | { state: 'failed'; reason: string; retry: boolean };

/** Takes bundles to head office. No call throws for the far end's sake: trouble is an outcome. */
export interface Courier {
  /**
   * @param beforeEnd awaited, by mail, when all of the letter is out but its end (see Mailer)
   */
  deliver(parcel: Parcel, road: Road, beforeEnd?: () => Promise<void>): Promise<CourierOutcome>;
  /** Writes a small file there and removes it; by mail sends a letter. */
  probe(road: Road): Promise<CourierOutcome>;
  /** The fingerprint of an SFTP server's key. */
  hostKey(host: string, port: number): Promise<{ hostKey: string } | { trouble: string }>;
}
