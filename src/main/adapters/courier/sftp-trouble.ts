import type { SftpRoad } from './courier.ts';
import { codeOf, farWords, Undelivered } from './undelivered.ts';

type Server = Pick<SftpRoad, 'host' | 'port'>;

/** Why there is no line to an SFTP server, or why it does not let us in, and what to do. */
export function lineTrouble(server: Server, user: string | null, error: unknown): Undelivered {
  return error instanceof Undelivered ? error : new Undelivered(lineSentence(server, user, error));
}

function lineSentence({ host, port }: Server, user: string | null, error: unknown): string {
  const name = `${host}:${port}`;
  const text = error instanceof Error ? error.message : String(error);
  switch (codeOf(error)) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `No computer named “${host}” can be found. Is this computer online?`;
    case 'ECONNREFUSED':
      return `Nothing answers at ${name}. Is the SFTP server running, and the port right?`;
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `The SFTP server at ${name} cannot be reached. Is this computer online?`;
  }
  if (levelOf(error) === 'client-authentication') {
    return `The SFTP server at ${name} does not accept ${user ?? 'the user'} with this password or key: enter it again in Export & backup → Where to and when.`;
  }
  if (/privateKey|passphrase|encrypted private/i.test(text)) {
    return `The private key cannot be used: is it whole, and its passphrase right? (${farWords(text)})`;
  }
  if (/before handshake|protocol|ident/i.test(text)) {
    return `What answers at ${name} does not talk like an SFTP server.`;
  }
  return `The line to the SFTP server at ${name} broke off before the bundle was through.`;
}

function levelOf(error: unknown): unknown {
  return error instanceof Error && 'level' in error ? error.level : null;
}

/** The protocol's own numbers (draft-ietf-secsh-filexfer). */
export const NO_SUCH_FILE = '2';
const PERMISSION_DENIED = '3';
const FAILURE = '4';
const NO_SPACE = '14';
const QUOTA_EXCEEDED = '15';

/** What is wrong with a folder on an SFTP server, and what to do. */
export function remoteTrouble(road: SftpRoad, error: unknown): Undelivered {
  if (error instanceof Undelivered) return error;
  const sentence = remoteSentence(road, codeOf(error));
  return sentence === null ? lineTrouble(road, road.user, error) : new Undelivered(sentence);
}

function remoteSentence({ host, port, user, folder }: SftpRoad, code: string): string | null {
  const where = `${folder} on ${host}:${port}`;
  switch (code) {
    case NO_SUCH_FILE:
      return `The folder ${where} is not there: have it made at head office, or enter another one.`;
    case PERMISSION_DENIED:
      return `${user} may not write into ${where}: have that allowed at head office.`;
    case NO_SPACE:
    case QUOTA_EXCEEDED:
      return `The disk of ${where} is full: have some space freed at head office.`;
    case FAILURE:
      return `${host}:${port} could not write into ${folder}: is its disk full?`;
    default:
      return null;
  }
}
