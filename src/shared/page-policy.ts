/**
 * The Content-Security-Policy of the console's page, the same in the desktop window and in a browser: only what came
 * with the program runs. Styles may be inline because Mantine sets them so; a document's preview is a blob in a frame.
 */
export const PAGE_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  'frame-src blob:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
