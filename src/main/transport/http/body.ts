import type { Verb } from '../../../shared/contract/index.ts';
import type { Problem, Result } from '../../../shared/errors.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST = MEGABYTE;
/** A depot's whole folder of CSV files comes in one request. */
const LARGEST_OF: Partial<Record<Verb, number>> = { 'imports.run': 25 * MEGABYTE };

/**
 * The fields of a JSON body; an empty body is `{}`.
 *
 * Refuses with TOO_LARGE (1 MB, an import 25 MB), and with VALIDATION what is not one JSON object in UTF-8. Insisting on
 * `application/json` also keeps other sites' forms out: a form cannot send it without asking first, and nobody answers.
 */
export async function readBody(request: Request, verb: Verb): Promise<Result<Record<string, unknown>>> {
  const bytes = await readBytes(request, LARGEST_OF[verb] ?? LARGEST);
  if (!bytes.ok) return bytes;
  if (bytes.value.length === 0) return { ok: true, value: {} };
  if (!isPlainJson(request.headers)) {
    return invalid('Send the body as JSON, uncompressed, with "Content-Type: application/json".');
  }
  return parseObject(bytes.value);
}

/** A browser's `Content-Length` may lie or be missing, so bytes are counted as they come. */
async function readBytes(request: Request, largest: number): Promise<Result<Uint8Array>> {
  if (Number(request.headers.get('content-length') ?? 0) > largest) return tooLarge(largest);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length;
      if (size > largest) return tooLarge(largest);
      chunks.push(chunk);
    }
  } catch {
    return invalid('The request broke off before its body was complete.');
  }
  return { ok: true, value: Buffer.concat(chunks) };
}

function isPlainJson(headers: Headers): boolean {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(/\s*;\s*/);
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  return type.trim() === 'application/json' && isUtf8 && !headers.has('content-encoding');
}

function parseObject(bytes: Uint8Array): Result<Record<string, unknown>> {
  let hasPrototype = false;
  const watch = (key: string, value: unknown): unknown => {
    if (key === '__proto__') hasPrototype = true;
    return value;
  };
  let value: unknown;
  try {
    // The reviver also overflows the stack on absurdly deep nesting, here, where it is caught.
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), watch);
  } catch {
    return invalid('The body is not well-formed JSON.');
  }
  if (hasPrototype) return invalid('No field may be named "__proto__".');
  if (!isObject(value)) return invalid('The body must be a JSON object, like {"customerId": 1}.');
  return { ok: true, value };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(message: string): { ok: false; error: Problem } {
  return { ok: false, error: { code: 'VALIDATION', message, details: { errors: [{ path: '', message }] } } };
}

function tooLarge(largest: number): { ok: false; error: Problem } {
  return { ok: false, error: { code: 'TOO_LARGE', message: `The body is larger than ${largest / MEGABYTE} MB.` } };
}
