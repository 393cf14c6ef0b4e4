import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** Nothing but inline style, inlined fonts and pictures: the document can neither run code nor reach a network. */
const CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

export interface HtmlDocument {
  /** Becomes the PDF's title. */
  title: string;
  css: string;
  body: ReactElement;
  /** Gives the `@font-face` rules for a text (see `Fonts.cssFor`). */
  fontCss: (text: string) => string;
}

/** A complete HTML document in one string, with all it needs inside. Same input, same string. */
export function renderHtmlDocument({ title, css, body, fontCss }: HtmlDocument): string {
  // The markup is the text plus ASCII, so it asks for no font that the text does not.
  const fonts = fontCss(css + renderToStaticMarkup(body));
  const markup = renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={CONTENT_POLICY} />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: `${fonts}\n${css}` }} />
      </head>
      <body>{body}</body>
    </html>,
  );
  return `<!doctype html>${markup}`;
}
