import type { z } from 'zod';
import type { Definition } from '../../shared/contract/define.ts';
import type { Verb } from '../../shared/contract/index.ts';
import { definitions, VERBS } from './http/routes.ts';
import { problemResponses, problemSchemas } from './openapi/problems.ts';
import { contractSchemas } from './openapi/schemas.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Of the API, not of the program: goes up when a client has to change something. */
const API_VERSION = '1.0.0';

const INTRODUCTION = `Every verb of the console. Sign in with \`POST /api/token\` and send the access token as \
\`Authorization: Bearer …\`. Paths, query and body are one input object. Money is text with two decimals, rates have up to \
four, readings up to three; dates are \`YYYY-MM-DD\`. Every write takes a \`requestId\`: repeating it answers the first \
result again. Refusals are \`application/problem+json\`; [their codes](/api/docs#VALIDATION).`;

export interface Operation {
  operationId: Verb;
  tags: string[];
  summary: string;
  description: string;
  security?: [];
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: unknown }[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, unknown>;
}

export interface OpenApiDocument {
  openapi: '3.1.1';
  info: { title: string; version: string; description: string };
  tags: { name: string }[];
  security: Record<string, string[]>[];
  /** Address under the host, then the method in lower case. */
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: Record<string, unknown>; schemas: Record<string, unknown> };
}

/** The contract as OpenAPI 3.1, for integrators: the operation's id is the verb. */
export function openApiDocument(): OpenApiDocument {
  const { named, inputs, outputs } = contractSchemas();
  const paths: OpenApiDocument['paths'] = {};
  for (const verb of VERBS) {
    const { method, path } = definitions[verb].http;
    const address = `/api${path.replaceAll(/:(\w+)/g, '{$1}')}`;
    (paths[address] ??= {})[method.toLowerCase()] = operation(verb, inputs[verb], outputs[verb]);
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Depot Console', version: API_VERSION, description: INTRODUCTION },
    tags: [...new Set(VERBS.map(domainOf))].map((name) => ({ name })),
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { ...named, ...problemSchemas() },
    },
  };
}

function operation(verb: Verb, input: JsonSchema, output: JsonSchema): Operation {
  const definition = definitions[verb];
  const { http, may, summary } = definition;
  const inPath = Array.from(http.path.matchAll(/:(\w+)/g), ([, name = '']) => name);
  const fields = Object.entries(input.properties ?? {});
  const rest = fields.filter(([name]) => !inPath.includes(name));
  const parameter =
    (place: 'path' | 'query') =>
    ([name, schema]: (typeof fields)[number]) => ({
      name,
      in: place,
      required: input.required?.includes(name) ?? false,
      schema,
    });
  return {
    operationId: verb,
    tags: [domainOf(verb)],
    summary,
    description: describe(definition),
    ...(may === 'anyone' && { security: [] }),
    parameters: [
      ...fields.filter(([name]) => inPath.includes(name)).map(parameter('path')),
      ...(http.method === 'GET' ? rest.map(parameter('query')) : []),
    ],
    ...(http.method !== 'GET' && rest.length > 0 && { requestBody: body(input, inPath) }),
    responses: {
      [http.status ?? 200]: success(definition, output),
      ...problemResponses(definition, fields.length > 0),
    },
  };
}

/** The input without what stands in the path already. */
function body(input: JsonSchema, inPath: string[]): NonNullable<Operation['requestBody']> {
  const properties = Object.fromEntries(
    Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name)),
  );
  const required = input.required?.filter((name) => !inPath.includes(name)) ?? [];
  const schema = { ...input, properties, required };
  return { required: required.length > 0, content: { 'application/json': { schema } } };
}

function success({ answer }: Definition, output: JsonSchema): unknown {
  if (answer === 'file') return { description: 'The document', content: { 'application/pdf': {} } };
  const content = { 'application/json': { schema: output } };
  if (answer === 'either')
    return { description: 'Done, or the file that was asked for', content: { ...content, '*/*': {} } };
  return { description: 'Done', content };
}

function describe({ http, may }: Definition): string {
  const who = { anyone: 'Needs no sign-in.', signedIn: 'For everyone who is signed in.' };
  const also = (http.aliases ?? []).map((alias) => `Also at \`/api${alias}\`.`);
  const put = http.method === 'PATCH' ? ['`PUT` does the same.'] : [];
  return [typeof may === 'string' ? who[may] : `For ${may.join(', ')}.`, ...also, ...put].join(' ');
}

function domainOf(verb: Verb): string {
  return verb.split('.')[0] ?? verb;
}
