import { codeOf, farWords, Undelivered } from './undelivered.ts';

/** Why there is no answer from a web server, and what to do. */
export function httpsTrouble(url: URL, error: unknown): Undelivered {
  return error instanceof Undelivered ? error : new Undelivered(lineSentence(url.host, url.hostname, error));
}

function lineSentence(host: string, name: string, error: unknown): string {
  const code = codeOf(error);
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `No computer named “${name}” can be found. Is this computer online?`;
    case 'ECONNREFUSED':
      return `Nothing answers at ${host}. Is head office’s server running, and the address right?`;
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `${host} cannot be reached. Is this computer online?`;
  }
  // OpenSSL's names of what can be wrong with a certificate (X509_V_ERR_…), and Node's for a wrong name.
  if (/CERT|^UNABLE_TO_/.test(code)) {
    const text = error instanceof Error ? error.message : '';
    // Node goes on with advice about its command line.
    const why = farWords(text).replace(/; if the root CA .*/, '');
    return `${host} cannot prove who it is, so nothing was sent: ${why}`;
  }
  if (/^ERR_SSL_|^EPROTO$|^HPE_/.test(code))
    return `What answers at ${host} does not speak HTTPS: is the address right?`;
  return `The line to ${host} broke off before the bundle was through.`;
}

/** What an answer that is no yes means, and what to do. */
export function answerTrouble(url: URL, status: number): Undelivered {
  return new Undelivered(answerSentence(url.host, status));
}

function answerSentence(host: string, status: number): string {
  if (status >= 300 && status < 400) return `${host} sends us elsewhere (${status}): enter the address it is at now.`;
  switch (status) {
    case 401:
    case 403:
      return `${host} does not let us in (${status}): enter the token again in Export & backup → Where to and when.`;
    case 404:
    case 405:
    case 409:
      return `${host} takes no files at that address (${status}): is the folder there, and the address right?`;
    case 413:
      return `${host} does not take files that large (${status}): have its limit raised.`;
    case 507:
      return `The disk of ${host} is full (${status}): have some space freed at head office.`;
    default:
      return status >= 500 || status === 429
        ? `${host} cannot take it now (${status}).`
        : `${host} does not take it (${status}).`;
  }
}
