/** How the mail server is reached. */
export interface MailServer {
  host: string;
  port: number;
  /** `tls` from the first byte, `starttls` required after the greeting, `none` for a relay on this computer. */
  security: 'tls' | 'starttls' | 'none';
  user: string | null;
  password: string | null;
}

export interface OutgoingMail {
  /** The same over all tries, with its angle brackets, so that a server or a reader can tell a repetition. */
  messageId: string;
  /** "HSH LPG <billing@hsh.example>" */
  from: string;
  to: string;
  replyTo: string | null;
  /** A copy for the office's archive; not shown to the recipient. */
  bcc: string | null;
  subject: string;
  text: string;
  attachments: readonly { fileName: string; contentType: string; bytes: Uint8Array }[];
}

/** What became of a mail, as far as anybody can know. */
export type MailOutcome =
  /** The server took it for every recipient. `response` is its own words. */
  | { state: 'accepted'; response: string }
  /** It was not taken. `retry`: the server or the line may be better later; `reason` has the server's words. */
  | { state: 'failed'; reason: string; retry: boolean }
  /** The line died after the letter was sent: the server may have it. */
  | { state: 'unknown'; reason: string };

/** Sends mail. No call throws for the server's sake: trouble is an outcome. */
export interface Mailer {
  /**
   * Ends within about half a minute, whatever the server does.
   *
   * @param beforeEnd awaited when all of the letter is out but the dot that ends it: only then may the server take it.
   */
  send(server: MailServer, mail: OutgoingMail, beforeEnd?: () => Promise<void>): Promise<MailOutcome>;
}
