import type { Definition } from '../../../shared/contract/define.ts';
import { fileOutput } from '../../../shared/contract/fields.ts';
import { FILE_POLICIES } from './security-headers.ts';
import type { HttpContext } from './types.ts';

/**
 * A verb's value as the HTTP answer: 201 for what the contract says creates, else 200; a file as its bytes.
 *
 * @throws Error when a verb that promises a file gives something else
 */
export function sendValue(c: HttpContext, definition: Definition, value: unknown): Response {
  if (definition.answer === 'file' || (definition.answer === 'either' && isFile(value))) return sendFile(c, value);
  return c.body(JSON.stringify(value), definition.http.status ?? 200, { 'Content-Type': 'application/json' });
}

function isFile(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}

function sendFile(c: HttpContext, value: unknown): Response {
  const { fileName, contentType, bytes } = fileOutput.parse(value);
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': contentType,
    'Content-Length': String(bytes.length),
    'Content-Disposition': inline(fileName),
    'Content-Security-Policy': contentType === 'application/pdf' ? FILE_POLICIES.pdf : FILE_POLICIES.other,
  });
}

/** RFC 6266: plain letters for old clients, and the real name, which may be Chinese, for everyone else. */
function inline(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w .()-]/g, '_');
  const exact = encodeURIComponent(fileName.toWellFormed()).replaceAll(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `inline; filename="${plain}"; filename*=UTF-8''${exact}`;
}
