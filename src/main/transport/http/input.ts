import type { FieldError, Result } from '../../../shared/errors.ts';
import type { Coerce } from './coerce.ts';

interface Parts {
  /** From the address' path, decoded. */
  path: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
  coerce: Coerce;
  /** Fields that must not stand in an address, where histories and proxies keep them. */
  secret: readonly string[];
}

/**
 * Path, query and body as the verb's one input object (contract.md). A field may come twice only with the same value:
 * silently preferring one would let `PATCH /customers/5` change customer 6 in somebody's mind. Refuses with VALIDATION.
 */
export function mergeInput({ path, query, body, coerce, secret }: Parts): Result<Record<string, unknown>> {
  const merged = new Map<string, unknown>();
  const errors: FieldError[] = [];
  const put = (field: string, value: unknown) => {
    if (merged.has(field) && !Object.is(merged.get(field), value)) {
      errors.push({
        path: field,
        message: 'is given twice with different values, in the address or in address and body',
      });
    } else merged.set(field, value);
  };
  for (const [field, text] of Object.entries(path)) put(field, coerce(field, text));
  for (const [field, text] of query) {
    if (field === '__proto__') errors.push({ path: field, message: 'is not a field' });
    else if (secret.includes(field)) errors.push({ path: field, message: 'must be in the body, not in the address' });
    else put(field, coerce(field, text));
  }
  for (const [field, value] of Object.entries(body)) put(field, value);
  if (errors.length === 0) return { ok: true, value: Object.fromEntries(merged) };
  const [first] = errors;
  const message = `${first?.path} ${first?.message}.`;
  return { ok: false, error: { code: 'VALIDATION', message, details: { errors } } };
}
