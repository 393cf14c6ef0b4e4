import http from 'node:http';
import { MachineError } from '../../../shared/errors.ts';
import { decodeIpp, encodeIpp, type IppAnswer, type IppQuestion } from './ipp-message.ts';

/** CUPS did not answer: it is not running, or the line to its server is dead. */
export class SchedulerDownError extends MachineError {
  override name = 'SchedulerDownError';

  constructor(options?: ErrorOptions) {
    super('The print service of this computer (CUPS) does not answer: start it, or start the computer again.', options);
  }
}

/** Answers are a few kilobytes; whoever sends more is no print spooler. */
const LONGEST_ANSWER = 8 * 1024 * 1024;

/**
 * Asks a CUPS server one question.
 *
 * @param server as `lpstat -H` names it: a socket's path, or a host and port.
 * @throws SchedulerDownError when there is no answer in time, or one that is not IPP.
 */
export async function askIpp(server: string, question: IppQuestion, timeoutMs: number): Promise<IppAnswer> {
  try {
    return decodeIpp(await post(server, encodeIpp(question), AbortSignal.timeout(timeoutMs)));
  } catch (error) {
    throw new SchedulerDownError({ cause: error });
  }
}

function post(server: string, body: Buffer, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/ipp', 'content-length': body.byteLength, host: 'localhost' };
    const options = { ...addressOf(server), method: 'POST', path: '/', headers, signal, agent: false };
    const request = http.request(options, (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.byteLength;
        if (length > LONGEST_ANSWER) response.destroy(new RangeError('too long an answer'));
        chunks.push(chunk);
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`HTTP status ${response.statusCode}`));
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** "/run/cups/cups.sock", "printserver:631", "[::1]:631" or "printserver:631/version=1.1". */
function addressOf(server: string): { socketPath: string } | { host: string; port: number } {
  if (server.startsWith('/')) return { socketPath: server };
  const [, inBrackets, plain, port] = /^(?:\[([^\]]+)\]|([^:/]+))(?::(\d+))?/.exec(server) ?? [];
  return { host: inBrackets ?? plain ?? 'localhost', port: Number(port ?? 631) };
}
