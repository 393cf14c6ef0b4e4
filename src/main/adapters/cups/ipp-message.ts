/**
 * Messages of the Internet Printing Protocol (RFC 8010), as far as asking a print spooler goes: strings and numbers out,
 * attributes by name back. Collections are skipped, for nothing asked for here comes as one.
 */
export type IppValue = string | number | boolean | { from: number; to: number } | null;

/** What is asked, by name; a list becomes several values of one attribute. */
export interface IppQuestion {
  operation: number;
  uri?: { name: 'printer-uri' | 'job-uri'; value: string };
  user: string;
  /** Names of the attributes wanted. */
  wanted: readonly string[];
}

export interface IppAnswer {
  /** Below 0x0100: granted. */
  status: number;
  /** One entry for each job or printer that was told of. */
  objects: ReadonlyMap<string, readonly IppValue[]>[];
}

export const IPP_NOT_FOUND = 0x0406;

const GROUP_OPERATION = 0x01;
const GROUP_END = 0x03;
const TAG = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  rangeOfInteger: 0x33,
  beginCollection: 0x34,
  textWithLanguage: 0x35,
  nameWithLanguage: 0x36,
  endCollection: 0x37,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
} as const;

export function encodeIpp({ operation, uri, user, wanted }: IppQuestion): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt16BE(0x0200, 0);
  head.writeUInt16BE(operation, 2);
  head.writeUInt32BE(1, 4);
  head.writeUInt8(GROUP_OPERATION, 8);
  return Buffer.concat([
    head,
    // The protocol wants these two first.
    attribute(TAG.charset, 'attributes-charset', 'utf-8'),
    attribute(TAG.language, 'attributes-natural-language', 'en'),
    ...(uri === undefined ? [] : [attribute(TAG.uri, uri.name, uri.value)]),
    attribute(TAG.name, 'requesting-user-name', user),
    ...wanted.map((name, index) => attribute(TAG.keyword, index === 0 ? 'requested-attributes' : '', name)),
    Buffer.from([GROUP_END]),
  ]);
}

/** An attribute's name is empty for its second and later values. */
function attribute(tag: number, name: string, value: string): Buffer {
  return Buffer.concat([Buffer.from([tag]), withLength(name), withLength(value)]);
}

function withLength(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.byteLength);
  return Buffer.concat([length, bytes]);
}

/** @throws RangeError when the bytes are no complete IPP message. */
export function decodeIpp(bytes: Buffer): IppAnswer {
  const objects: Map<string, IppValue[]>[] = [];
  let object: Map<string, IppValue[]> | null = null;
  let values: IppValue[] = [];
  let depth = 0;
  let place = 8;
  const field = (): Buffer => {
    const start = place + 2;
    place = start + bytes.readUInt16BE(place);
    if (place > bytes.byteLength) throw new RangeError('an IPP message was cut short');
    return bytes.subarray(start, place);
  };
  for (;;) {
    const tag = bytes.readUInt8(place);
    place += 1;
    if (tag === GROUP_END) break;
    if (tag < 0x10) {
      object = tag === GROUP_OPERATION ? null : new Map<string, IppValue[]>();
      if (object !== null) objects.push(object);
      continue;
    }
    const name = field().toString('utf8');
    const value = field();
    if (tag === TAG.endCollection) depth -= 1;
    else if (tag === TAG.beginCollection) depth += 1;
    if (depth > 0 || tag === TAG.endCollection) continue;
    if (name !== '') {
      values = [];
      object?.set(name, values);
    }
    values.push(valueOf(tag, value));
  }
  return { status: bytes.readUInt16BE(2), objects };
}

function valueOf(tag: number, value: Buffer): IppValue {
  // "No value", "unknown" and their like.
  if (tag < 0x20) return null;
  if (tag === TAG.integer || tag === TAG.enum) return value.readInt32BE(0);
  if (tag === TAG.boolean) return value.readUInt8(0) === 1;
  if (tag === TAG.rangeOfInteger) return { from: value.readInt32BE(0), to: value.readInt32BE(4) };
  if (tag === TAG.textWithLanguage || tag === TAG.nameWithLanguage) {
    const language = 2 + value.readUInt16BE(0);
    return value.toString('utf8', language + 2, language + 2 + value.readUInt16BE(language));
  }
  return value.toString('utf8');
}
