import type { Definition } from '../../../src/shared/contract/define.ts';
import { contract, type Verb } from '../../../src/shared/contract/index.ts';
import { ERROR_CODES } from '../../../src/shared/errors.ts';

export interface HttpAnswer {
  isDone: boolean;
  /** What is wrong with the answer; `null` when it is as the contract says. */
  complaint: string | null;
}

export interface HttpTry {
  what: string;
  send(url: string, token: string): Promise<HttpAnswer>;
}

/** Node ends a request whose head is longer than 16 KB by itself, before there is an address to answer for. */
const LONGEST_IN_ADDRESS = 1000;

/** A verb's input put where its route wants it, however little it fits there. */
export function httpCall(verb: Verb, input: unknown): HttpTry {
  const definition: Definition = contract[verb];
  const { method, path } = definition.http;
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  const fields: Record<string, unknown> = isObject ? { ...(input as Record<string, unknown>) } : { id: input };
  const filled = path.replaceAll(/:(\w+)/g, (_match, name: string) => {
    const value = inAddress(fields[name]);
    delete fields[name];
    return encodeURIComponent(value) || '0';
  });
  if (method === 'GET') {
    const query = new URLSearchParams(
      Object.entries(fields).map(([name, value]) => [inAddress(name), inAddress(value)]),
    );
    return {
      what: `${verb} ${filled}?${query}`.slice(0, 500),
      send: (url, token) => ask(url, token, method, `${filled}?${query}`),
    };
  }
  const body = isObject ? JSON.stringify(fields) : (JSON.stringify(input) ?? '');
  return {
    what: `${verb} ${filled} ${body}`.slice(0, 500),
    send: (url, token) => ask(url, token, method, filled, { 'content-type': 'application/json' }, body),
  };
}

function inAddress(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  return text.slice(0, LONGEST_IN_ADDRESS).toWellFormed();
}

const JSON_TYPE = 'application/json';
const utf16 = Buffer.from('\ufeff{"id": 1}', 'utf16le');

/** Bodies that are no JSON object in UTF-8, or do not say so. */
const RAW: readonly (readonly [what: string, type: string, body: string | Uint8Array<ArrayBuffer>])[] = [
  ['cut off', JSON_TYPE, '{"name": "Kopi'],
  ['two objects', JSON_TYPE, '{"a":1}{"b":2}'],
  ['null', JSON_TYPE, 'null'],
  ['list', JSON_TYPE, '[1,2]'],
  ['text', JSON_TYPE, '"text"'],
  ['NaN', JSON_TYPE, '{"id": NaN}'],
  ['comment', JSON_TYPE, '{/* */}'],
  ['a raw control character', JSON_TYPE, '{"name": "a\u0001b"}'],
  ['the prototype', JSON_TYPE, '{"__proto__": {"role": "ADMIN"}, "constructor": {"prototype": {"x": 1}}}'],
  ['one field twice', JSON_TYPE, '{"quantity": 1, "quantity": -1}'],
  ['very deep', JSON_TYPE, '['.repeat(200_000)],
  ['very deep objects', JSON_TYPE, `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ['a huge number', JSON_TYPE, `{"quantity": 1${'0'.repeat(400)}}`],
  ['half a character', JSON_TYPE, new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', JSON_TYPE, new Uint8Array(utf16)],
  ['Latin-1', 'application/json; charset=iso-8859-1', '{"name": "x"}'],
  ['a form', 'application/x-www-form-urlencoded', 'name=x&role=ADMIN'],
  ['parts', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--'],
  ['plain text', 'text/plain', '{"name": "x"}'],
  ['XML', 'application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ['nothing at all', JSON_TYPE, ''],
];

/** The same raw bodies for every verb that takes one; the ids in the address are nobody's. */
export function rawBodies(verb: Verb): HttpTry[] {
  const { method, path }: Definition['http'] = contract[verb].http;
  if (method === 'GET') return [];
  const filled = path.replaceAll(/:\w+/g, '987654321');
  return [
    ...RAW.map(([what, type, body]) => ({
      what: `${verb}, ${what}`,
      send: (url: string, token: string) => ask(url, token, method, filled, { 'content-type': type }, body),
    })),
    {
      what: `${verb}, said to be compressed`,
      send: (url, token) => {
        const headers = { 'content-type': JSON_TYPE, 'content-encoding': 'gzip' };
        return ask(url, token, method, filled, headers, '{"id": 1}');
      },
    },
  ];
}

const INSIDE = /\n\s+at |node_modules|SqliteError|ZodError|\.ts:\d|SQLITE_/;

async function ask(
  url: string,
  token: string,
  method: string,
  address: string,
  headers: Record<string, string> = {},
  body?: string | Uint8Array<ArrayBuffer>,
): Promise<HttpAnswer> {
  const response = await fetch(`${url}/api${address}`, {
    method,
    headers: { ...headers, authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  if (response.ok) return { isDone: true, complaint: null };
  const code = codeOf(text);
  const isKnown = Object.entries(ERROR_CODES).some(
    ([known, { status }]) => known === code && status === response.status,
  );
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const isRight = isKnown && isProblem && code !== 'UNEXPECTED' && !INSIDE.test(text);
  return { isDone: false, complaint: isRight ? null : `answered ${response.status} ${text.slice(0, 300)}` };
}

function codeOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'code' in value ? value.code : null;
  } catch {
    return null;
  }
}
