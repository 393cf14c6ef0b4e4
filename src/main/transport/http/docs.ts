import path from 'node:path';
import { existsSync } from 'node:fs';
import type { Hono } from 'hono';
import { ERROR_CODES } from '../../../shared/errors.ts';
import { openApiDocument } from '../openapi.ts';
import { sendFile } from './static.ts';
import type { HttpEnv } from './types.ts';

const SWAGGER_FILES = ['swagger-ui-bundle.js', 'swagger-ui.css'];

/** In a file of its own, because the page's policy runs no script written into the page. */
const START_SCRIPT = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#operations', deepLinking: true });\n`;

/**
 * Adds the description of the API and the page that shows it, which must work without the internet.
 *
 * @param docsDir has Swagger UI's bundle and style sheet
 */
export function addDocs(app: Hono<HttpEnv>, docsDir: string): void {
  const swagger = SWAGGER_FILES.filter((file) => existsSync(path.join(docsDir, file)));
  const page = pageOf(swagger.length === SWAGGER_FILES.length);
  let description: string | undefined;
  for (const address of ['/api/openapi.json', '/api/schema']) {
    app.get(address, (c) => {
      description ??= JSON.stringify(openApiDocument());
      return c.body(description, 200, { 'Content-Type': 'application/json' });
    });
  }
  for (const address of ['/api/docs', '/api/schema/swagger-ui']) app.get(address, (c) => c.html(page));
  app.get('/api/docs/start.js', (c) => c.body(START_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  for (const file of swagger) {
    app.get(`/api/docs/${file}`, (c) => sendFile(c, path.join(docsDir, file), 'no-store'));
  }
}

function pageOf(hasSwagger: boolean): string {
  const codes = Object.entries(ERROR_CODES).map(
    ([code, { status, title }]) => `<dt id="${code}"><code>${code}</code> ${status}</dt><dd>${title}</dd>`,
  );
  const operations = hasSwagger
    ? `<div id="operations"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>`
    : '<p>Run <code>npm run build</code> to see the operations here.</p>';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Depot Console API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
${operations}
<main class="swagger-ui"><div class="wrapper">
<p>The same as <a href="/api/openapi.json">OpenAPI</a>, for programs.</p>
<h2>Codes of refusals</h2>
<dl>
${codes.join('\n')}
</dl>
</div></main>
</body>
</html>
`;
}
