import { validate } from '@hyperjump/json-schema/openapi-3-1';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../src/main/transport/openapi.ts';
import { definitions, VERBS } from '../../../src/main/transport/http/routes.ts';
import { ERROR_CODES } from '../../../src/shared/errors.ts';

const document = openApiDocument();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1, schemas included', async () => {
    const check = await validate('https://spec.openapis.org/oas/3.1/schema-base');
    const plain = JSON.parse(JSON.stringify(document)) as Parameters<typeof check>[0];
    expect(check(plain, 'BASIC')).toEqual({ valid: true });
  });

  it('refers only to what it has', () => {
    const text = JSON.stringify(document);
    const names = new Set(Array.from(text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g), ([, name]) => name));
    expect([...names].filter((name) => !Object.hasOwn(document.components.schemas, name ?? ''))).toEqual([]);
    expect(text).not.toContain('"$ref":"#/$defs');
    expect(text).not.toContain('__shared');
  });

  it('has every verb once', () => {
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual([...VERBS].toSorted());
  });

  it.each(operations)('$operationId declares its parameters and answers', (operation) => {
    const { http, may, errors = [] } = definitions[operation.operationId];
    const placeholders = Array.from(operation.path.matchAll(/\{(\w+)\}/g), ([, name]) => name);
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath.map(({ name }) => name)).toEqual(placeholders);
    expect(inPath.every(({ required }) => required)).toBe(true);
    expect(operation.responses).toHaveProperty(String(http.status ?? 200));
    for (const code of errors) expect(operation.responses).toHaveProperty(String(ERROR_CODES[code].status));
    expect(operation.responses).toHaveProperty('500');
    expect('401' in operation.responses).toBe(may !== 'anyone' || errors.includes('UNAUTHENTICATED'));
    expect(operation.requestBody === undefined || http.method !== 'GET').toBe(true);
  });

  it('speaks of money as text both ways', () => {
    expect(document.components.schemas['Payment']).toMatchObject({ properties: { amount: { type: 'string' } } });
    const rate = document.paths['/api/customers/{id}/rates']?.['put']?.requestBody?.content['application/json']?.schema;
    expect(rate).toMatchObject({ required: ['rates'], properties: { rates: { type: 'array' } } });
    expect(rate?.properties).not.toHaveProperty('id');
  });

  it('describes a list’s filters as query parameters', () => {
    const list = document.paths['/api/invoices']?.['get'];
    expect(list?.parameters).toContainEqual(
      expect.objectContaining({ name: 'overdue', in: 'query', required: false, schema: { type: 'boolean' } }),
    );
  });

  it('needs no sign-in where the contract does not', () => {
    expect(document.paths['/api/token']?.['post']?.security).toEqual([]);
    expect(document.paths['/api/customers']?.['get']).not.toHaveProperty('security');
  });

  it('names the details of a refusal as they are sent', () => {
    expect(document.components.schemas['Problem.INVALID_STATE']).toMatchObject({
      properties: { status: { const: 409 }, currentStatus: { type: 'string' }, code: { const: 'INVALID_STATE' } },
    });
  });
});
